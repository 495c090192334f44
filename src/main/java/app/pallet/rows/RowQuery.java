package app.pallet.rows;

import java.util.Optional;

/**
 * Which rows are wanted, in which order.
 *
 * @param search a text that one of the text columns must contain, whatever its case; blank for
 *     every row
 * @param sort the order; empty for that of the ids, in which rows were added
 */
public record RowQuery(String search, Optional<SortOrder> sort) {

  /** Every row in the order in which they were added. */
  public static final RowQuery ALL = new RowQuery("", Optional.empty());

  /** The same order of other rows. */
  public RowQuery searching(String text) {
    return new RowQuery(text, sort);
  }

  /** The same rows in another order. */
  public RowQuery sortedBy(Optional<SortOrder> order) {
    return new RowQuery(search, order);
  }

  /** Whether it leaves rows out. */
  public boolean isSearching() {
    return !search.isBlank();
  }
}
