package app.pallet.ui.table;

import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.editing.GridEditing;
import app.pallet.ui.table.grid.DragScroll;
import app.pallet.ui.table.grid.GridGeometry;
import app.pallet.ui.table.selection.CellPosition;
import app.pallet.ui.table.selection.RangeSelection;
import app.pallet.ui.table.selection.RangeSelection.Span;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Mouse gestures on the cells or on the row headers: click, drag, with Shift to extend and with
 * Ctrl to add or take away. They are taken before JavaFX's own behaviour sees them. FX thread.
 */
final class GridMouse {

  private final TableView<GridRow> table;
  private final GridGeometry geometry;
  private final RangeSelection selection;
  private final GridEditing editing;
  private final Span span;
  private final DragScroll scroll;
  private boolean dragging;
  private double x;
  private double y;

  /**
   * Gestures that select cells or whole rows.
   *
   * @param span what they select
   */
  GridMouse(
      TableView<GridRow> table,
      GridGeometry geometry,
      RangeSelection selection,
      GridEditing editing,
      Span span) {
    this.table = table;
    this.geometry = geometry;
    this.selection = selection;
    this.editing = editing;
    this.span = span;
    this.scroll = new DragScroll(geometry, this::extend);
  }

  /** Watches a node for gestures. */
  void listenTo(Node node) {
    node.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    node.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    node.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
  }

  private void press(MouseEvent event) {
    Optional<CellPosition> cell = cellUnder(event);
    if (cell.isEmpty()) {
      return;
    }
    event.consume();
    table.requestFocus();
    if (event.getButton() == MouseButton.PRIMARY) {
      pressPrimary(event, cell.get());
    } else if (!selection.ranges().contains(cell.get())) {
      selection.select(cell.get(), span); // a menu is about what is under the mouse
    }
  }

  private Optional<CellPosition> cellUnder(MouseEvent event) {
    return span == Span.CELLS
        ? geometry.cellAt(event.getSceneX(), event.getSceneY())
        : geometry
            .nearest(event.getSceneX(), event.getSceneY())
            .map(c -> new CellPosition(c.row(), 0));
  }

  private void pressPrimary(MouseEvent event, CellPosition cell) {
    boolean again = selection.active().filter(cell::equals).isPresent();
    dragging = true;
    if (event.isShiftDown()) {
      selection.extendTo(cell);
    } else if (event.isShortcutDown()) {
      selection.toggle(cell, span);
    } else {
      selection.select(cell, span);
      if (span == Span.CELLS && again && isOnBox(event)) {
        editing.toggle();
      } else if (span == Span.CELLS && event.getClickCount() == 2) {
        dragging = false;
        editing.open();
      }
    }
  }

  private static boolean isOnBox(MouseEvent event) {
    Node hit = event.getPickResult().getIntersectedNode();
    return hit != null && hit.getStyleClass().contains("yes-no-box");
  }

  private void drag(MouseEvent event) {
    if (dragging) {
      event.consume();
      x = span == Span.ROWS ? geometry.viewport().getMinX() : event.getSceneX();
      y = event.getSceneY();
      extend();
      scroll.draggedTo(x, y);
    }
  }

  private void release(MouseEvent event) {
    if (dragging) {
      event.consume();
      dragging = false;
      scroll.stop();
    }
  }

  private void extend() {
    geometry
        .nearest(x, y)
        .filter(cell -> selection.end().filter(cell::equals).isEmpty())
        .ifPresent(selection::extendTo);
  }
}
