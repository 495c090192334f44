package app.pallet.ui.table;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Edits one of several texts: a line that searches, over the list of what it finds. What is no
 * choice can be typed all the same and becomes a problem of the cell, as after a paste.
 */
final class ChoiceEditor implements CellEditor {

  private static final double ROW_HEIGHT = 28;
  private static final int MOST_ROWS = 8;

  private final List<String> choices;
  private final Runnable onPick;
  private final TextField field = new TextField();
  private final ListView<String> list = new ListView<>();
  private final VBox box = new VBox(field, list);

  /**
   * An editor for one cell.
   *
   * @param onPick told when a choice was clicked, which ends the edit
   */
  ChoiceEditor(List<String> choices, Runnable onPick) {
    this.choices = choices;
    this.onPick = onPick;
    field.getStyleClass().add("cell-editor");
    list.getStyleClass().add("choice-list");
    list.setId("choice-list");
    list.setAccessibleText("Choices");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW_HEIGHT);
    box.getStyleClass().add("drop-down-editor");
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
  public void growUpwards() {
    field.toFront();
  }

  private void search(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    Predicate<String> starts = choice -> choice.toLowerCase(Locale.ROOT).startsWith(wanted);
    Predicate<String> contains = choice -> choice.toLowerCase(Locale.ROOT).contains(wanted);
    Stream<String> others = choices.stream().filter(contains.and(starts.negate()));
    show(Stream.concat(choices.stream().filter(starts), others).toList());
    if (!wanted.isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private void show(List<String> found) {
    list.getItems().setAll(found);
    list.setPrefHeight(2 + ROW_HEIGHT * Math.clamp(found.size(), 1, MOST_ROWS));
    boolean any = !found.isEmpty();
    list.setVisible(any);
    list.setManaged(any);
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
