package app.pallet.ui.table.selection;

/**
 * A rectangle of cells, its corners included.
 *
 * @param firstRow index of the uppermost row
 * @param firstColumn index of the leftmost visible column
 * @param lastRow index of the lowest row
 * @param lastColumn index of the rightmost visible column
 */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

  public CellRange {
    if (firstRow < 0 || firstColumn < 0 || lastRow < firstRow || lastColumn < firstColumn) {
      throw new IllegalArgumentException(
          "(%d, %d) to (%d, %d)".formatted(firstRow, firstColumn, lastRow, lastColumn));
    }
  }

  /** The rectangle between two opposite corners. */
  static CellRange between(CellPosition one, CellPosition other) {
    return new CellRange(
        Math.min(one.row(), other.row()),
        Math.min(one.column(), other.column()),
        Math.max(one.row(), other.row()),
        Math.max(one.column(), other.column()));
  }

  /** Whether every cell of another rectangle is in this one. */
  boolean contains(CellRange other) {
    return firstRow <= other.firstRow
        && other.lastRow <= lastRow
        && firstColumn <= other.firstColumn
        && other.lastColumn <= lastColumn;
  }
}
