package app.pallet.ui.table.selection;

import app.pallet.schema.Column;
import java.util.List;

/**
 * Selected cells as the rest of Pallet sees them: consecutive rows, and columns in the order in
 * which the user sees them.
 *
 * @param firstRow index of the first row
 * @param lastRow index of the last row
 * @param columns the selected columns, at least one
 */
public record GridRange(int firstRow, int lastRow, List<Column> columns) {

  public GridRange {
    if (firstRow < 0 || lastRow < firstRow || columns.isEmpty()) {
      throw new IllegalArgumentException(
          "rows %d to %d, %d columns".formatted(firstRow, lastRow, columns.size()));
    }
    columns = List.copyOf(columns);
  }

  /** Number of rows. */
  public int rowCount() {
    return lastRow - firstRow + 1;
  }

  /** Number of cells. */
  public long cellCount() {
    return (long) rowCount() * columns.size();
  }
}
