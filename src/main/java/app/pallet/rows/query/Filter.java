package app.pallet.rows.query;

import app.pallet.schema.Column;
import java.util.List;

/**
 * Which rows are wanted, by what their cells hold: a {@link Condition} on one column, or a {@link
 * FilterGroup} of filters. It speaks of rows as the database holds them, and of pending ones as it
 * will hold them. Immutable.
 */
public sealed interface Filter permits Condition, FilterGroup {

  /** Every row. */
  Filter NONE = new FilterGroup(FilterGroup.Join.ALL, List.of());

  /** Whether no row is left out, because nothing is asked. */
  boolean isEmpty();

  /**
   * The filter by which the values of a column are counted: what is asked of that column itself is
   * left out, so that the values that could be taken besides are among them.
   */
  Filter besides(Column column);
}
