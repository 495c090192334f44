package app.pallet.ui.table.selection;

import app.pallet.schema.Column;
import java.util.List;

/**
 * Where a block is to be pasted.
 *
 * @param row index of the upper left cell's row; 0 in an empty table
 * @param columns the columns from the upper left cell to the right, as the user sees them
 * @param selection what is selected; a single copied cell fills it
 */
public record PasteTarget(int row, List<Column> columns, GridSelection selection) {

  public PasteTarget {
    columns = List.copyOf(columns);
  }
}
