package app.pallet.ui.table.editing;

import app.pallet.change.RowKey;
import app.pallet.rows.references.ShownParents;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.table.cells.GridModel;
import app.pallet.ui.table.editing.CellEditor.Start;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.grid.GridGeometry;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.table.selection.CellPosition;
import app.pallet.ui.table.selection.RangeSelection;
import app.pallet.ui.table.selection.SelectedRows;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Edits cells, one at a time. Enter, a click elsewhere and scrolling end an edit and keep what was
 * typed; only Escape drops it. The editor lies over the table instead of in a cell, since JavaFX
 * ends an edit in a cell whenever rows arrive. FX thread.
 */
public final class GridEditing {

  /** The cell being edited, by its key: its index may change meanwhile. */
  private record OpenCell(
      CellEditor editor, RowKey row, Column column, String before, Start start) {}

  /** A cell that may be edited. */
  private record EditableCell(CellPosition place, ViewRow row, Column column) {}

  private final GridTable table;
  private final GridGeometry geometry;
  private final RangeSelection selection;
  private final GridModel model;
  private final BooleanSupplier chosen;
  private final GridEditor target;
  private final GridCommands commands;
  private final CellDisplay display;
  private final EditorLayer layer = new EditorLayer();
  private final EventHandler<MouseEvent> pressElsewhere = this::pressed;
  private final ChangeListener<Node> focusElsewhere = (property, before, now) -> focused(now);
  private final TypedHint.Source hints;
  private @Nullable OpenCell open;

  /**
   * Edits the cells of a table.
   *
   * @param chosen whether the user has chosen the row of the active cell; tells the user if not
   */
  public GridEditing(
      GridTable table,
      GridGeometry geometry,
      RangeSelection selection,
      BooleanSupplier chosen,
      GridEditor target,
      GridCommands commands,
      CellDisplay display) {
    this.table = table;
    this.geometry = geometry;
    this.selection = selection;
    this.model = table.model();
    this.chosen = chosen;
    this.target = target;
    this.commands = commands;
    this.display = display;
    this.hints = new TypedHint.Source(target, display, model.format());
    layer.widthProperty().addListener(observable -> keep());
    layer.heightProperty().addListener(observable -> keep());
  }

  /** What has to lie over the table. */
  public EditorLayer layer() {
    return layer;
  }

  /** Edits the active cell's text. */
  public void open() {
    editable()
        .ifPresent(cell -> open(cell, display.edited(cell.row(), cell.column()), Start.OPENED));
  }

  /** Edits the active cell beginning with what was just typed in place of its text. */
  public void openWith(String typed) {
    editable()
        .ifPresent(cell -> {
          if (cell.column().type() == ColumnType.YES_NO) {
            typeYesNo(cell, typed);
          } else {
            open(cell, typed, Start.TYPED);
          }
        });
  }

  /** In a yes/no column, turns yes into no, and no or an empty cell into yes. */
  public void toggle() {
    editable()
        .filter(cell -> cell.column().type() == ColumnType.YES_NO)
        .ifPresent(cell -> {
          boolean yes = Boolean.TRUE.equals(cell.row().value(cell.column()));
          target.setCell(cell.row().key(), cell.column(), yes ? "no" : "yes");
        });
  }

  /** Ends the edit, if there is one, and passes on what was typed unless nothing changed. */
  public void keep() {
    OpenCell edited = close();
    if (edited == null) {
      return;
    }
    switch (edited.editor.offer().orElse(null)) {
      case Choices.Offer.NewParent(String name) ->
          target.addParent(edited.row, edited.column, name);
      case Choices.Offer.Cells(var values) -> target.setCells(edited.row, values);
      case null -> {
        if (!edited.editor.text().equals(edited.before)) {
          target.setCell(edited.row, edited.column, edited.editor.text());
        }
      }
    }
  }

  /** Ends the edit, if there is one, without a change. */
  void drop() {
    close();
  }

  /** Added rows, perhaps the edited one too, are in the database now and have other keys. */
  public void rowsStored(Map<RowKey.New, RowKey.Stored> ids) {
    OpenCell cell = open;
    if (cell != null) {
      open =
          new OpenCell(
              cell.editor,
              SelectedRows.stored(cell.row, ids),
              cell.column,
              cell.before,
              cell.start);
    }
  }

  /**
   * The rows have moved. The editor follows its row and keeps its text. If the row is no longer
   * shown, what was typed is still kept for it.
   */
  public void follow() {
    OpenCell cell = open;
    if (cell == null) {
      return;
    }
    int row = model.order().indicesOf(List.of(cell.row))[0];
    if (row < 0) {
      if (!model.isExpectingRows()) {
        keep();
      }
      return;
    }
    Optional<CellPosition> place =
        selection.active().map(active -> new CellPosition(row, active.column()));
    place.ifPresent(geometry::reveal);
    place.flatMap(geometry::boundsOf).ifPresentOrElse(layer::move, this::keep);
  }

  private Optional<EditableCell> editable() {
    return selection
        .active()
        .filter(place -> chosen.getAsBoolean())
        .filter(place -> table.getVisibleLeafColumn(place.column()) instanceof GridColumn)
        .flatMap(place -> {
          Column column = ((GridColumn) table.getVisibleLeafColumn(place.column())).column();
          return table
              .getItems()
              .get(place.row())
              .content()
              .filter(row -> target.isEditable(row, column))
              .map(row -> new EditableCell(place, row, column));
        });
  }

  private void typeYesNo(EditableCell cell, String typed) {
    if (CellParser.parse(cell.column(), typed, CellFormat.PLAIN)
        instanceof CellReading.Value(Boolean value)) {
      String text = value ? "yes" : "no";
      if (!text.equals(cell.row().text(cell.column()))) {
        target.setCell(cell.row().key(), cell.column(), text);
      }
    }
  }

  private void open(EditableCell cell, String text, Start start) {
    keep();
    if (cell.column().type() == ColumnType.YES_NO) {
      toggle();
      return;
    }
    geometry.reveal(cell.place());
    geometry.boundsOf(cell.place()).ifPresent(bounds -> open(cell, text, start, bounds));
  }

  private void open(EditableCell cell, String text, Start start, Bounds bounds) {
    CellEditor editor = editor(cell.row(), cell.column());
    String before = display.edited(cell.row(), cell.column());
    open = new OpenCell(editor, cell.row().key(), cell.column(), before, start);
    layer.open(editor, bounds);
    editor.node().addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    editor.node().setAccessibleText(cell.column().label() + ", row " + (cell.place().row() + 1));
    editor.node().setId("cell-editor");
    editor
        .typed()
        .ifPresent(typed ->
            typed.subscribe(now -> layer.hint().show(cell.row(), cell.column(), now, hints)));
    editor.start(text, start);
    Scene scene = table.getScene();
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, pressElsewhere);
    scene.focusOwnerProperty().addListener(focusElsewhere);
  }

  private CellEditor editor(ViewRow row, Column column) {
    Optional<ShownParents> parents = model.parents().filter(rows -> rows.refers(column));
    if (parents.isPresent()) {
      return new ChoiceEditor(new Choices.Rows(parents.get(), column), this::keep);
    }
    Optional<ShownParents> joint =
        model
            .parents()
            .filter(rows -> !rows.together(column).isEmpty())
            .filter(rows -> rows.together(column).stream().allMatch(row::isWritable));
    if (joint.isPresent()) {
      return new ChoiceEditor(new Choices.JointRows(joint.get(), column), this::keep);
    }
    return switch (column.type()) {
      case TEXT -> new TextEditor();
      case CHOICE -> new ChoiceEditor(new Choices.Texts(column.rules().choices()), this::keep);
      case DATE -> new DateEditor(column, this::keep);
      case WHOLE_NUMBER, DECIMAL, MONEY, YES_NO, TIMESTAMP -> new LineEditor(column);
    };
  }

  private @Nullable OpenCell close() {
    OpenCell closed = open;
    if (closed == null) {
      return null;
    }
    open = null;
    Scene scene = table.getScene();
    scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressElsewhere);
    scene.focusOwnerProperty().removeListener(focusElsewhere);
    boolean hadFocus = isInside(closed, scene.getFocusOwner());
    layer.close();
    if (hadFocus) {
      table.requestFocus();
    }
    return closed;
  }

  private void press(KeyEvent event) {
    OpenCell cell = open;
    if (cell == null) {
      return;
    }
    if (cell.editor.take(event) || end(event, cell.start)) {
      event.consume();
    }
  }

  private boolean end(KeyEvent event, Start start) {
    int back = event.isShiftDown() ? -1 : 1;
    switch (event.getCode()) {
      case ESCAPE -> drop();
      case ENTER -> {
        if (Shortcut.FILL_SELECTION.matches(event)) {
          fill();
        } else if (!event.isControlDown() && !event.isAltDown() && !event.isMetaDown()) {
          keep();
          selection.enter(back);
          reveal();
        }
      }
      case TAB -> {
        keep();
        selection.tab(back);
        reveal();
      }
      case UP -> {
        return leave(start, -1, 0);
      }
      case DOWN -> {
        return leave(start, 1, 0);
      }
      case LEFT -> {
        return leave(start, 0, -1);
      }
      case RIGHT -> {
        return leave(start, 0, 1);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void fill() {
    OpenCell edited = close();
    if (edited != null) {
      commands.fill(edited.editor.text());
    }
  }

  private boolean leave(Start start, int rows, int columns) {
    if (start == Start.TYPED) {
      keepAndMove(rows, columns);
    }
    return start == Start.TYPED;
  }

  private void keepAndMove(int rows, int columns) {
    keep();
    selection.move(rows, columns);
    reveal();
  }

  private void reveal() {
    selection.active().ifPresent(geometry::reveal);
  }

  private void pressed(MouseEvent event) {
    if (open != null && !isInside(open, event.getTarget())) {
      keep();
    }
  }

  private void focused(@Nullable Node owner) {
    if (open != null && owner != null && !isInside(open, owner)) {
      keep();
    }
  }

  private static boolean isInside(OpenCell cell, @Nullable EventTarget target) {
    for (Node node = target instanceof Node hit ? hit : null;
        node != null;
        node = node.getParent()) {
      if (node.equals(cell.editor.node())) {
        return true;
      }
    }
    return false;
  }
}
