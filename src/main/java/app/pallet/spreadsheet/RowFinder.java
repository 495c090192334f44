package app.pallet.spreadsheet;

import app.pallet.change.FoundRows;
import app.pallet.schema.Column;
import java.util.Collection;

/** Finds products of the catalogue by the values of one column, many at once. */
@FunctionalInterface
public interface RowFinder {

  /**
   * The rows that have one of these values in a column.
   *
   * @param wanted the columns that the rows shall hold besides it; what the catalogue does not have
   *     yet is left out
   */
  FoundRows find(Column column, Collection<?> keys, Collection<Column> wanted);
}
