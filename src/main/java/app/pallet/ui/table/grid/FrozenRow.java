package app.pallet.ui.table.grid;

import app.pallet.ui.table.cells.GridCell;
import app.pallet.ui.table.cells.GridRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Region;

/** A second set of cells for a row's frozen columns, which stay in place. */
final class FrozenRow extends Region {

  private final TableRow<GridRow> row;
  private List<GridColumn> columns = List.of();
  private final List<GridCell> cells = new ArrayList<>();

  FrozenRow(TableRow<GridRow> row) {
    this.row = row;
    getStyleClass().add("frozen-row");
  }

  /** Shows these columns of the row. */
  void show(List<GridColumn> wanted) {
    if (!columns.equals(wanted)) {
      columns = wanted;
      cells.clear();
      for (GridColumn column : wanted) {
        GridCell cell = column.createCell();
        cell.updateTableView(row.getTableView());
        cell.updateTableColumn(column);
        cell.updateTableRow(row);
        cells.add(cell);
      }
      getChildren().setAll(cells);
    }
    cells.forEach(cell -> cell.updateIndex(row.getIndex()));
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (int i = 0; i < cells.size(); i++) {
      double width = columns.get(i).getWidth();
      cells.get(i).resizeRelocate(x, 0, width, getHeight());
      x += width;
    }
  }
}
