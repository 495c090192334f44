package app.pallet.ui.table.selection;

/**
 * A place in the grid as it is shown.
 *
 * @param row index of the row
 * @param column index among the visible columns
 */
public record CellPosition(int row, int column) {

  /** The place so many rows down and columns to the right, kept inside a grid of this size. */
  CellPosition moved(int rows, int columns, int rowCount, int columnCount) {
    return new CellPosition(row + rows, column + columns).within(rowCount, columnCount);
  }

  /** The nearest place inside a grid of this size, which must not be empty. */
  public CellPosition within(int rowCount, int columnCount) {
    return new CellPosition(
        Math.clamp(row, 0, rowCount - 1), Math.clamp(column, 0, columnCount - 1));
  }
}
