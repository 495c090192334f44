package app.pallet.rows;

import app.pallet.schema.Column;
import java.util.List;

/**
 * The values of a column among the rows of a query, counted.
 *
 * @param column whose values
 * @param values the most frequent ones, most rows first
 * @param distinct how many different values there are in all; empty cells are one of them
 * @param rows how many rows there are in all
 */
public record Facet(Column column, List<FacetValue> values, long distinct, long rows) {

  public Facet {
    values = List.copyOf(values);
  }

  /** How many values are not among those that are named. */
  public long otherValues() {
    return distinct - values.size();
  }

  /** How many rows have a value that is not named. */
  public long otherRows() {
    return rows - values.stream().mapToLong(FacetValue::rows).sum();
  }
}
