package app.pallet.ui.table;

import app.pallet.schema.Column;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.table.selection.CellPosition;
import app.pallet.ui.table.selection.CellRange;
import app.pallet.ui.table.selection.GridSelection;
import app.pallet.ui.table.selection.PasteTarget;
import app.pallet.ui.table.selection.RangeSelection;
import app.pallet.workspace.view.CellBlock;
import java.util.List;
import java.util.stream.IntStream;

/** What is selected, by the columns that stand there now. FX thread. */
record SelectedCells(GridTable table, RangeSelection selection) {

  GridSelection all() {
    return new GridSelection(
        selection.ranges().bands().stream()
            .map(band ->
                new CellBlock(
                    band.firstRow(),
                    band.lastRow(),
                    band.columns().stream().mapToObj(this::column).toList()))
            .toList(),
        selection.rectangles().stream().map(this::block).toList());
  }

  private CellBlock block(CellRange cells) {
    return new CellBlock(
        cells.firstRow(),
        cells.lastRow(),
        IntStream.rangeClosed(cells.firstColumn(), cells.lastColumn())
            .mapToObj(this::column)
            .toList());
  }

  /** Where a block is pasted. */
  PasteTarget pasteTarget() {
    CellPosition upperLeft = selection.upperLeft().orElseGet(this::firstToFill);
    List<Column> columns =
        IntStream.range(upperLeft.column(), table.getVisibleLeafColumns().size())
            .mapToObj(this::column)
            .toList();
    return new PasteTarget(upperLeft.row(), columns, all());
  }

  /** Where a block goes in a grid without rows: to the first column that can be written. */
  private CellPosition firstToFill() {
    int column =
        IntStream.range(0, table.getVisibleLeafColumns().size())
            .filter(place -> !column(place).isReadOnly())
            .findFirst()
            .orElse(0);
    return new CellPosition(0, column);
  }

  private Column column(int place) {
    return ((GridColumn) table.getVisibleLeafColumn(place)).column();
  }
}
