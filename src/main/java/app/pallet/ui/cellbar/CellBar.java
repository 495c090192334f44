package app.pallet.ui.cellbar;

import app.pallet.change.RowProblem;
import app.pallet.ui.table.CellCursor;
import app.pallet.ui.table.CellCursor.Cell;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.view.ViewRow;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * A line above the table: the name of the cursor's cell, into which another one's is typed to go
 * there; the cell's whole value, which can be edited there as in the cell; what it was; and what it
 * takes or what is wrong with it. FX thread.
 */
public final class CellBar extends HBox {

  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final PseudoClass CONFLICT = PseudoClass.getPseudoClass("conflict");
  private static final double WIDEST_TOOLTIP = 420;

  private final TextField name = new TextField();
  private final ValueArea value = new ValueArea(this::enter, this::fill, this::leave);
  private final Label before = Labels.of("", "cell-before");
  private final Label remark = Labels.of("", "cell-remark");
  private final Tooltip whole = Labels.wrappedTooltip(WIDEST_TOOLTIP);
  private final Button revert =
      Buttons.icon(
          "cell-revert", Feather.ROTATE_CCW, "Take the change of this cell back", this::revert);
  private final Button grow;
  private final ChangeListener<Optional<Cell>> moved = (observed, was, now) -> show(now);
  private Optional<CellCursor> cursor = Optional.empty();
  private BiFunction<Integer, ViewRow, String> names = (index, row) -> "";
  private Optional<Cell> shown = Optional.empty();

  /**
   * A bar without a cell.
   *
   * @param go gets what was typed into the name, to go there
   * @param growKeys the keys that make it higher, for a tooltip
   */
  public CellBar(Consumer<String> go, String growKeys) {
    getStyleClass().add("cell-bar");
    setId("cell-bar");
    Panes.style(this, "cellbar.css");
    setAlignment(Pos.TOP_LEFT);
    setMinHeight(USE_PREF_SIZE);
    grow =
        Buttons.icon(
            "cell-grow",
            Feather.MAXIMIZE_2,
            "Show more of a long text (" + growKeys + ")",
            this::toggle);
    name.setId("go-to-field");
    name.getStyleClass().add("cell-name");
    name.setOnAction(event -> go(go));
    name.focusedProperty().addListener((observed, was, now) -> focusName(now));
    name.textProperty().addListener(observable -> tell(""));
    name.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    remark.setId("cell-remark");
    remark.setTooltip(whole);
    remark.setMinWidth(0);
    before.setId("cell-before");
    Region line = new Region();
    line.getStyleClass().add("cell-line");
    HBox.setHgrow(value, Priority.ALWAYS);
    getChildren().addAll(name, line, value, before, revert, remark, grow);
    nameRowsBy("SKU");
    show(Optional.empty());
  }

  /** Says what else than its number a row is found by, such as the SKU. */
  public void nameRowsBy(String column) {
    name.setPromptText("Row number or " + column);
    name.setAccessibleText("Cell: type a column, a row number or " + column + " to go there");
  }

  /**
   * Shows the cell of a cursor from now on, and no other one's.
   *
   * @param rowNames what the row at an index, from 0, is called
   */
  public void follow(CellCursor followed, BiFunction<Integer, ViewRow, String> rowNames) {
    cursor.ifPresent(old -> old.cellProperty().removeListener(moved));
    cursor = Optional.of(followed);
    names = rowNames;
    followed.cellProperty().addListener(moved);
    show(followed.cellProperty().get());
  }

  /** Puts the cursor into the name, so that another cell can be gone to. */
  public void goTo() {
    name.requestFocus();
  }

  /** Puts the cursor behind the value, to edit it here. */
  public void edit() {
    value.edit();
  }

  /** Makes the bar high enough for a long text, or one line high. */
  public void toggle() {
    value.setTall(!value.isTall());
  }

  /** Says why the cell was not found. The message goes away when the user types. */
  public void tell(String sentence) {
    if (sentence.isEmpty()) {
      showRemark();
    } else {
      show(sentence, true, false);
    }
  }

  private void show(Optional<Cell> cell) {
    shown = cell;
    if (!name.isFocused()) {
      name.setText(title());
    }
    value.show(cell);
    Optional<String> was = cell.flatMap(now -> now.facts().before());
    before.setText(was.map(text -> "was " + (text.isEmpty() ? "empty" : text)).orElse(""));
    Panes.show(before, was.isPresent());
    Panes.show(revert, was.isPresent() && cell.filter(Cell::isEditable).isPresent());
    showRemark();
  }

  private String title() {
    return shown
        .map(cell -> cell.column().label() + " \u00b7 " + names.apply(cell.index(), cell.row()))
        .orElse("No cell");
  }

  private void showRemark() {
    Optional<RowProblem> problem = shown.flatMap(cell -> cell.facts().problem());
    show(
        problem.map(RowProblem::sentence).orElseGet(() -> shown.map(CellBar::kind).orElse("")),
        problem.filter(wrong -> !wrong.isConflict()).isPresent(),
        problem.filter(RowProblem::isConflict).isPresent());
  }

  private void show(String text, boolean problem, boolean conflict) {
    remark.setText(text);
    whole.setText(text);
    remark.pseudoClassStateChanged(PROBLEM, problem);
    remark.pseudoClassStateChanged(CONFLICT, conflict);
  }

  private static String kind(Cell cell) {
    String type = cell.column().type().label();
    return cell.isEditable()
        ? type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1)
        : "Can\u2019t be edited";
  }

  private void go(Consumer<String> go) {
    if (!name.getText().isBlank()) {
      go.accept(name.getText());
    }
  }

  private void focusName(boolean isFocused) {
    if (isFocused) {
      name.selectAll();
    } else {
      name.setText(title());
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      leave();
    }
  }

  private void enter(Cell cell, String text) {
    cursor.ifPresent(at -> at.enter(cell, text));
  }

  private void fill(String text) {
    cursor.ifPresent(at -> at.fill(text));
  }

  private void leave() {
    cursor.ifPresent(CellCursor::leave);
  }

  private void revert() {
    shown.ifPresent(cell -> cursor.ifPresent(at -> at.revert(cell)));
    leave();
  }
}
