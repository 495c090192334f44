package app.pallet.workspace.view;

import app.pallet.schema.Column;
import java.util.List;

/**
 * A rectangle of cells of the {@link RowView}.
 *
 * @param firstRow index of the first row
 * @param lastRow index of the last row
 * @param columns its columns, at least one, in the order in which the user sees them
 */
public record CellBlock(int firstRow, int lastRow, List<Column> columns) {

  public CellBlock {
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
