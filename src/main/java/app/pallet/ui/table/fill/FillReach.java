package app.pallet.ui.table.fill;

import app.pallet.schema.Column;
import app.pallet.ui.table.selection.CellPosition;
import app.pallet.ui.table.selection.CellRange;
import app.pallet.workspace.pending.Fill;
import app.pallet.workspace.pending.Fill.Direction;
import app.pallet.workspace.view.CellBlock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Where a fill goes that was drawn from a rectangle: to one side of it, as far as the mouse is.
 *
 * @param source the cells that go on
 * @param count how many rows or columns of others, at least 1
 */
record FillReach(CellRange source, Direction direction, int count) {

  /** The reach to a cell; empty if it is in the rectangle. The side that is further away counts. */
  static Optional<FillReach> to(CellPosition cell, CellRange source) {
    int down = cell.row() - source.lastRow();
    int up = source.firstRow() - cell.row();
    int right = cell.column() - source.lastColumn();
    int left = source.firstColumn() - cell.column();
    int rows = Math.max(down, up);
    int columns = Math.max(right, left);
    if (Math.max(rows, columns) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        rows >= columns
            ? new FillReach(source, down > 0 ? Direction.DOWN : Direction.UP, rows)
            : new FillReach(source, right > 0 ? Direction.RIGHT : Direction.LEFT, columns));
  }

  /** How many rows or columns go on. */
  int first() {
    return direction.isOfRows()
        ? source.lastRow() - source.firstRow() + 1
        : source.lastColumn() - source.firstColumn() + 1;
  }

  /** The cells that go on and those that are filled. */
  CellRange whole() {
    return new CellRange(
        source.firstRow() - (direction == Direction.UP ? count : 0),
        source.firstColumn() - (direction == Direction.LEFT ? count : 0),
        source.lastRow() + (direction == Direction.DOWN ? count : 0),
        source.lastColumn() + (direction == Direction.RIGHT ? count : 0));
  }

  /** The cells that are filled. */
  CellRange filled() {
    CellRange all = whole();
    return switch (direction) {
      case DOWN ->
          new CellRange(source.lastRow() + 1, all.firstColumn(), all.lastRow(), all.lastColumn());
      case UP ->
          new CellRange(all.firstRow(), all.firstColumn(), source.firstRow() - 1, all.lastColumn());
      case RIGHT ->
          new CellRange(all.firstRow(), source.lastColumn() + 1, all.lastRow(), all.lastColumn());
      case LEFT ->
          new CellRange(all.firstRow(), all.firstColumn(), all.lastRow(), source.firstColumn() - 1);
    };
  }

  /** The fill, with the columns that stand at these places. */
  Fill fill(IntFunction<Column> columns, boolean counting) {
    CellRange all = whole();
    List<Column> shown =
        IntStream.rangeClosed(all.firstColumn(), all.lastColumn()).mapToObj(columns).toList();
    return new Fill(
        new CellBlock(
            all.firstRow(), all.lastRow(), direction == Direction.LEFT ? shown.reversed() : shown),
        first(),
        direction,
        counting);
  }
}
