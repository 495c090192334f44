package app.pallet.ui.table.editing;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Edits one of several texts: a search line over the list of matches. The user can also type a text
 * that is not in the list; it becomes a problem of the cell, as after a paste.
 */
final class ChoiceEditor implements CellEditor {

  private static final double ROW_HEIGHT = 28;
  private static final int MOST_ROWS = 8;
  private static final double NARROWEST = 120;

  private final List<String> choices;
  private final Runnable onPick;
  private final ListView<String> list = new ListView<>();
  private final DropDown box = new DropDown(list);
  private final TextField field = box.field();

  /**
   * An editor for one cell.
   *
   * @param onPick told when a choice was clicked, which ends the edit
   */
  ChoiceEditor(List<String> choices, Runnable onPick) {
    this.choices = choices;
    this.onPick = onPick;
    list.getStyleClass().add("choice-list");
    list.setId("choice-list");
    list.setAccessibleText("Choices");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW_HEIGHT);
    list.setPrefWidth(NARROWEST);
    field.textProperty().addListener((property, before, now) -> search(now));
    list.setOnMouseClicked(event -> pick());
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void start(String text, Start start) {
    field.setText(text);
    if (start == Start.OPENED) {
      show(choices); // all of them: the text is what is to be replaced
      list.getSelectionModel().select(text);
      field.selectAll();
    }
    field.requestFocus();
    if (start == Start.TYPED) {
      field.end();
    }
  }

  @Override
  public String text() {
    String marked = list.getSelectionModel().getSelectedItem();
    return marked == null ? field.getText() : marked;
  }

  @Override
  public boolean take(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> mark(1);
      case UP -> mark(-1);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public void attach(HPos side, VPos end) {
    box.attach(side, end);
  }

  private void search(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    Predicate<String> starts = choice -> choice.toLowerCase(Locale.ROOT).startsWith(wanted);
    Predicate<String> contains = choice -> choice.toLowerCase(Locale.ROOT).contains(wanted);
    Stream<String> others = choices.stream().filter(contains.and(starts.negate()));
    show(Stream.concat(choices.stream().filter(starts), others).toList());
    if (wanted.isEmpty()) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().selectFirst();
    }
  }

  private void show(List<String> found) {
    list.getItems().setAll(found);
    list.setPrefHeight(2 + ROW_HEIGHT * Math.clamp(found.size(), 1, MOST_ROWS));
    box.showBody(!found.isEmpty());
  }

  private void mark(int step) {
    int size = list.getItems().size();
    if (size == 0) {
      return;
    }
    int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, size - 1);
    list.getSelectionModel().select(next);
    list.scrollTo(next);
  }

  private void pick() {
    if (list.getSelectionModel().getSelectedItem() != null) {
      onPick.run();
    }
  }
}
