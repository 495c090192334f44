package app.pallet.spreadsheet.matching;

import app.pallet.change.FoundRows;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finds products of the catalogue by the values of one column, many at once. */
@FunctionalInterface
public interface RowFinder {

  /**
   * The rows that have the values that other rows have in a column.
   *
   * @param said one without a value there finds nothing; what the rows found have in common with
   *     them need not be made anew
   * @param wanted the columns that the rows shall hold besides it; what the catalogue does not have
   *     yet is left out
   * @return rows at the places of those that were asked for
   */
  FoundRows find(Column column, List<RowValues> said, Collection<Column> wanted);

  /**
   * How long the values of a column are that are digits and begin with a zero, so that numbers can
   * be told which lost their zeros in a spreadsheet; empty where that is not known.
   */
  default Set<Integer> zeroedLengths(Column column) {
    return Set.of();
  }

  /** Whether it is known that there are products and that a column finds them quickly. */
  default boolean isQuick(Column column) {
    return false;
  }
}
