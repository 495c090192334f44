package app.pallet.operation;

import app.pallet.schema.Column;
import java.util.Set;

/**
 * Something that is done to every cell of some rectangles: a function from what a row holds to what
 * one of its cells shall hold. It knows neither the rows nor what is pending, so it is tried out
 * without either. Immutable, for any thread.
 */
public interface Operation {

  /** The columns whose cells it looks at, in the row itself or in the first one. */
  Set<Column> reads();

  /** The columns that it can fill. */
  Set<Column> writes();

  /**
   * Whether it looks at the first row of each rectangle, which is then read as it was before the
   * operation.
   */
  default boolean readsFirstRow() {
    return false;
  }

  /**
   * The same operation for one run over rows in their order, on one thread. What keeps anything
   * from row to row, such as a number that counts up, begins anew; nearly all operations keep
   * nothing.
   */
  default Operation started() {
    return this;
  }

  /**
   * Works out a cell.
   *
   * @param row what the row holds before the operation
   * @param column the cell's column, one of those that it writes
   * @param first the first row of the rectangle; the row itself where that is no longer there, and
   *     where this operation doesn't look at it
   */
  CellResult apply(RowCells row, Column column, RowCells first);
}
