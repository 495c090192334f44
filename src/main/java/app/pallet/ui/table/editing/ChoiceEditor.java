package app.pallet.ui.table.editing;

import app.pallet.ui.table.editing.Choices.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Edits one of several texts: a search line over the list of matches. The user can also type a text
 * that is not in the list; it becomes a problem of the cell, as after a paste, or is looked for
 * once more if it is the text of another row.
 */
final class ChoiceEditor implements CellEditor {

  private static final double ROW_HEIGHT = 28;
  private static final int MOST_ROWS = 8;

  private final Choices choices;
  private final Runnable onPick;
  private final ListView<Choice> list = new ListView<>();
  private final DropDown box = new DropDown(list);
  private final TextField field = box.field();
  private boolean looking;

  /** A key that ends the edit with a choice that is still being looked for. */
  private Optional<KeyEvent> held = Optional.empty();

  /**
   * An editor for one cell.
   *
   * @param choices what can be picked
   * @param onPick told when a choice was clicked, which ends the edit
   */
  ChoiceEditor(Choices choices, Runnable onPick) {
    this.choices = choices;
    this.onPick = onPick;
    list.getStyleClass().add("choice-list");
    list.setId("choice-list");
    list.setAccessibleText("Choices");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW_HEIGHT);
    list.setPrefWidth(choices.width());
    field.textProperty().addListener((property, before, now) -> search(now));
    list.setOnMouseClicked(event -> pick());
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void start(String text, Start start) {
    if (start == Start.OPENED) {
      Choice present = choices.of(text);
      field.setText(present.name());
      show(text.isEmpty() ? List.of() : List.of(present));
      list.getSelectionModel().selectFirst();
      look("", all -> showAll(all, present)); // the text is what is to be replaced
      field.selectAll();
    } else {
      field.setText(text);
    }
    field.requestFocus();
    if (start == Start.TYPED) {
      field.end();
    }
  }

  @Override
  public String text() {
    Choice marked = list.getSelectionModel().getSelectedItem();
    return marked == null ? field.getText() : marked.text();
  }

  @Override
  public Optional<Choices.Offer> offer() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).flatMap(Choice::offer);
  }

  @Override
  public boolean take(KeyEvent event) {
    held = Optional.empty();
    if (looking && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB)) {
      held = Optional.of(event);
      return true;
    }
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
    list.getSelectionModel().clearSelection(); // what is marked was found for another text
    look(
        text,
        found -> {
          show(found);
          if (!text.isBlank() && !found.isEmpty() && found.getFirst().offer().isEmpty()) {
            list.getSelectionModel().selectFirst();
          }
        });
  }

  private void look(String text, Consumer<List<Choice>> then) {
    looking = true;
    choices.find(
        text,
        found -> {
          looking = false;
          then.accept(found);
          Optional<KeyEvent> ending = held;
          held = Optional.empty();
          ending
              .filter(event -> field.getScene() != null) // else the edit has ended meanwhile
              .ifPresent(event -> field.fireEvent(event.copyFor(field, field)));
        });
  }

  /** Shows all choices, of which one is picked, whether or not it is among the first. */
  private void showAll(List<Choice> all, Choice present) {
    List<Choice> shown = new ArrayList<>(all);
    if (!present.text().isEmpty() && !shown.contains(present)) {
      shown.addFirst(present);
    }
    show(shown);
    list.getSelectionModel().select(present);
  }

  private void show(List<Choice> found) {
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
