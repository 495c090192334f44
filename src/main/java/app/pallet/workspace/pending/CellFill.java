package app.pallet.workspace.pending;

import app.pallet.change.RowKey;
import app.pallet.operation.Operation;
import app.pallet.operation.fill.FillColumns;
import app.pallet.operation.fill.FillRows;
import app.pallet.schema.CellFormat;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.pending.CellOperation.LeftOut;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills cells from others beside them, each block by itself. What those hold is looked at when the
 * fill has its turn.
 */
final class CellFill implements Proposing<LeftOut> {

  /** Rows of a block in which an empty cell is looked for, which ends what is counted on. */
  private static final int LOOKED_AT = 100;

  private final String label;
  private final RowSelection cells;
  private final List<Fill> fills;
  private final CellFormat format;

  /**
   * A fill.
   *
   * @param fills several only if none of them goes up
   * @param format how a text is read that its column could not take
   */
  CellFill(String label, RowOrder order, List<Fill> fills, CellFormat format) {
    this.label = label;
    this.fills = List.copyOf(fills);
    this.format = format;
    this.cells = selection(order, fills);
  }

  /** The cells, with the rows in the order in which they are filled. */
  private static RowSelection selection(RowOrder order, List<Fill> fills) {
    if (fills.stream().noneMatch(fill -> fill.direction() == Fill.Direction.UP)) {
      return new RowSelection(order::keyAt, fills.stream().map(Fill::cells).toList());
    }
    CellBlock block = fills.getFirst().cells();
    return new RowSelection(
        row -> order.keyAt(block.lastRow() - row),
        List.of(new CellBlock(0, block.rowCount() - 1, block.columns())));
  }

  RowSelection cells() {
    return cells;
  }

  @Override
  public Proposal<LeftOut> propose(Basis basis, WorkMonitor monitor) {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < fills.size(); i++) {
      operations.add(operation(fills.get(i), cells.rectangles().get(i), basis));
    }
    return new CellOperation(label, cells, operations).propose(basis, monitor);
  }

  private Operation operation(Fill fill, CellBlock block, Basis basis) {
    if (!fill.direction().isOfRows()) {
      return new FillColumns(block.columns(), fill.first(), fill.counting(), format);
    }
    int looked = fill.first() > 0 ? fill.first() : Math.min(LOOKED_AT, block.rowCount());
    List<RowKey> keys =
        IntStream.range(block.firstRow(), block.firstRow() + looked)
            .mapToObj(cells.rows())
            .toList();
    List<ViewRow> rows =
        Stream.of(basis.rows(keys, block.columns()))
            .flatMap(Stream::ofNullable)
            .filter(row -> row.state() != RowState.DELETED) // which no row is counted on from
            .toList();
    return fill.first() > 0
        ? FillRows.of(rows, block.columns(), fill.counting(), format)
        : FillRows.ofFilled(rows, block.columns(), format);
  }
}
