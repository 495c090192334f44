package app.pallet.rows.query;

import app.pallet.engine.SearchWords;
import app.pallet.rows.keys.RowIds;
import java.util.Optional;

/**
 * Which rows are wanted, in which order. A row must meet the search, the filter and the limit, each
 * of which may ask for nothing.
 *
 * @param search words of which each must be in one of the text columns, as {@link
 *     app.pallet.engine.SearchWords} reads them; blank for every row
 * @param filter what cells must hold
 * @param within the only rows to look at; empty for all
 * @param sort the order; empty for that of the ids, in which rows were added
 */
public record RowQuery(
    String search, Filter filter, Optional<RowIds> within, Optional<SortOrder> sort) {

  /** Every row in the order in which they were added. */
  public static final RowQuery ALL = new RowQuery("", Optional.empty());

  /** A search without a filter. */
  public RowQuery(String search, Optional<SortOrder> sort) {
    this(search, Filter.NONE, Optional.empty(), sort);
  }

  /** The same with another search. */
  public RowQuery searching(String text) {
    return new RowQuery(text, filter, within, sort);
  }

  /** The same with another filter. */
  public RowQuery filteredBy(Filter wanted) {
    return new RowQuery(search, wanted, within, sort);
  }

  /** The same of these rows only, or of all. */
  public RowQuery within(Optional<RowIds> rows) {
    return new RowQuery(search, filter, rows, sort);
  }

  /** The same rows in another order. */
  public RowQuery sortedBy(Optional<SortOrder> order) {
    return new RowQuery(search, filter, within, order);
  }

  /** Whether any word of the search is in a text. */
  public boolean isFoundIn(String text) {
    return SearchWords.of(search).areAnyIn(text);
  }

  /** Whether it leaves rows out. */
  public boolean isSearching() {
    return !search.isBlank() || !filter.isEmpty() || within.isPresent();
  }
}
