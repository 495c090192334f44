package app.pallet.ui.cellbar;

import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.table.CellCursor.Cell;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/**
 * The whole value of a cell. It is one line high, and grows while a longer text is edited. As in a
 * cell, Enter keeps what was typed, Alt+Enter breaks the line, Ctrl+Enter fills the selection, Esc
 * drops it, and a click elsewhere keeps it. FX thread.
 */
final class ValueArea extends TextArea {

  private static final double ONE_LINE = 30;
  private static final double TALL = 94;
  private static final double HIGHEST = 240;

  /** Room above and below the text, and beside it, in pixels. */
  private static final double ENDS = 14;

  private static final double SIDES = 24;

  private final BiConsumer<Cell, String> keep;
  private final Consumer<String> fill;
  private final Runnable leave;
  private final BooleanProperty tall = new SimpleBooleanProperty(this, "tall");
  private Optional<Cell> shown = Optional.empty();
  private Optional<Cell> edited = Optional.empty();

  /**
   * An area without a value.
   *
   * @param keep puts what was typed into a cell
   * @param fill puts it into all selected cells
   * @param leave gives the focus back to the table
   */
  ValueArea(BiConsumer<Cell, String> keep, Consumer<String> fill, Runnable leave) {
    this.keep = keep;
    this.fill = fill;
    this.leave = leave;
    getStyleClass().add("cell-value");
    setId("cell-value");
    setAccessibleText("Value of the cell");
    setWrapText(true);
    setPrefColumnCount(0);
    Text measure = new Text();
    measure.textProperty().bind(textProperty());
    measure.fontProperty().bind(fontProperty());
    measure.wrappingWidthProperty().bind(Bindings.max(40, widthProperty().subtract(SIDES)));
    prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> height(measure.getLayoutBounds().getHeight() + ENDS),
                measure.layoutBoundsProperty(),
                tall,
                focusedProperty()));
    minHeightProperty().bind(prefHeightProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    focusedProperty().addListener((observed, was, now) -> focused(now));
  }

  private double height(double text) {
    double least = tall.get() ? TALL : ONE_LINE;
    return isFocused() && isEditable() ? Math.clamp(text, least, HIGHEST) : least;
  }

  /** Whether it is high while nothing is edited too. */
  boolean isTall() {
    return tall.get();
  }

  void setTall(boolean wanted) {
    tall.set(wanted);
  }

  /** Shows a cell. What is being typed for it stays; what was typed for another one is kept. */
  void show(Optional<Cell> cell) {
    boolean stays = edited.isPresent() && isSame(edited.get(), cell);
    if (!stays) {
      keepTyped();
    }
    shown = cell;
    setEditable(cell.filter(Cell::isEditable).isPresent());
    if (!stays) {
      reset();
      edited = isFocused() && isEditable() ? cell : Optional.empty();
    }
  }

  /** Takes the focus, with the caret behind the text. */
  void edit() {
    if (shown.isPresent()) {
      requestFocus();
      end();
    }
  }

  private static boolean isSame(Cell one, Optional<Cell> other) {
    return other
        .filter(cell -> cell.row().key().equals(one.row().key()))
        .filter(cell -> cell.column().equals(one.column()))
        .isPresent();
  }

  private void reset() {
    setText(shown.map(cell -> cell.facts().text()).orElse(""));
  }

  private void keepTyped() {
    Optional<Cell> cell = edited;
    edited = Optional.empty();
    cell.ifPresent(each -> keep.accept(each, getText()));
  }

  private void focused(boolean isFocused) {
    if (isFocused) {
      edited = isEditable() ? shown : Optional.empty();
    } else {
      keepTyped();
      setScrollTop(0);
    }
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      edited = Optional.empty();
      reset();
      leave.run();
    } else if (event.getCode() == KeyCode.TAB) {
      event.consume();
      leave.run();
    } else if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      enter(event);
    }
  }

  private void enter(KeyEvent event) {
    if (event.isAltDown()) {
      replaceSelection("\n");
    } else if (Shortcut.FILL_SELECTION.matches(event) && edited.isPresent()) {
      String text = getText();
      edited = Optional.empty();
      leave.run();
      fill.accept(text);
    } else {
      leave.run(); // which keeps what was typed
    }
  }
}
