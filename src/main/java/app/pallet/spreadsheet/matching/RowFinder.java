package app.pallet.spreadsheet.matching;

import app.pallet.change.FoundRows;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds products of the catalogue by the values of one column, many of them at once. */
@FunctionalInterface
public interface RowFinder {

  /**
   * Finds the stored rows that have the same values in a column as some other rows.
   *
   * @param said the other rows; one without a value in the column finds nothing. Values that a
   *     found row shares with them may be the same objects
   * @param wanted the other columns that the found rows shall hold; columns that the catalogue does
   *     not have yet are left out
   * @return the found rows, at the places of the rows that were given
   */
  FoundRows find(Column column, List<RowValues> said, Collection<Column> wanted);

  /**
   * Finds the stored rows of some keys.
   *
   * @param wanted the columns that the found rows shall hold, as in {@link #find}
   * @return the found rows, at the places of their keys
   */
  default FoundRows find(List<RowKey.Stored> keys, Collection<Column> wanted) {
    return FoundRows.NONE;
  }

  /**
   * The lengths of the values of a column that consist of digits and begin with a zero. They show
   * which numbers may have lost their zeros in a spreadsheet. Empty if that is not known.
   */
  default Set<Integer> zeroedLengths(Column column) {
    return Set.of();
  }

  /**
   * Puts the keys of other rows into the cells that refer to them, where people wrote what they
   * call these rows. To be asked for once for each source, and used on one thread at a time.
   *
   * @param addsParents whether a name that another table does not have means a row that is added
   */
  default UnaryOperator<List<RowMapping>> references(boolean addsParents) {
    return UnaryOperator.identity();
  }

  /** Whether there are products, and a column finds them quickly. */
  default boolean isQuick(Column column) {
    return false;
  }
}
