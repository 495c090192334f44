package app.pallet.ui.table;

import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.editing.GridEditor;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.selection.CellPosition;
import app.pallet.workspace.edge.EdgeSearch;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Goes to the edges of blocks of values. Rows that are far away are read first: keys that are
 * pressed meanwhile wait for that, so that they do what they would have done. Esc or the mouse
 * stays where it is. FX thread.
 */
final class EdgeJump {

  private final TableView<GridRow> table;
  private final GridEditor editor;
  private final List<KeyEvent> held = new ArrayList<>();
  private Optional<Object> running = Optional.empty();

  EdgeJump(TableView<GridRow> table, GridEditor editor) {
    this.table = table;
    this.editor = editor;
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> stay());
  }

  /**
   * Looks for the edge that is next to a cell.
   *
   * @param rows 1 for downwards, -1 for upwards, 0 for sideways
   * @param columns 1 for the right, -1 for the left
   * @param then gets the place, at once or later
   */
  void from(CellPosition cell, int rows, int columns, Consumer<CellPosition> then) {
    if (rows == 0) {
      then.accept(new CellPosition(cell.row(), sideways(cell, columns)));
      return;
    }
    Object jump = new Object();
    running = Optional.of(jump);
    EdgeSearch search =
        new EdgeSearch(
            ((GridColumn) table.getVisibleLeafColumn(cell.column())).column(),
            cell.row(),
            rows,
            EdgeSearch.Kind.JUMP);
    editor.findEdge(
        search,
        row -> {
          if (running.filter(jump::equals).isPresent()) {
            row.ifPresent(found -> then.accept(new CellPosition(found, cell.column())));
            release();
          }
        });
  }

  private int sideways(CellPosition cell, int step) {
    int end = step > 0 ? table.getVisibleLeafColumns().size() - 1 : 0;
    Optional<ViewRow> row = table.getItems().get(cell.row()).content();
    if (row.isEmpty() || cell.column() == end) {
      return end;
    }
    IntPredicate filled = column -> isFilled(row.get(), column);
    int at = cell.column() + step;
    boolean isInBlock = filled.test(cell.column()) && filled.test(at);
    while (at != end && filled.test(isInBlock ? at + step : at) == isInBlock) {
      at += step;
    }
    return at;
  }

  private boolean isFilled(ViewRow row, int place) {
    return !row.text(((GridColumn) table.getVisibleLeafColumn(place)).column()).isEmpty();
  }

  /** Lets a key wait while an edge is being looked for, and says whether it does. */
  boolean hold(KeyEvent event) {
    if (running.isEmpty()) {
      return false;
    }
    event.consume();
    if (event.getCode() == KeyCode.ESCAPE) {
      stay();
    } else {
      held.add(event);
    }
    return true;
  }

  private void stay() {
    running = Optional.empty();
    held.clear();
  }

  /** Lets the keys go to where they would have gone; one of them may begin another jump. */
  private void release() {
    running = Optional.empty();
    List<KeyEvent> waiting = List.copyOf(held);
    held.clear();
    for (KeyEvent event : waiting) {
      Node owner = table.getScene() == null ? null : table.getScene().getFocusOwner();
      if (running.isPresent()) {
        held.add(event);
      } else if (owner != null) {
        Event.fireEvent(owner, event.copyFor(owner, owner));
      }
    }
  }
}
