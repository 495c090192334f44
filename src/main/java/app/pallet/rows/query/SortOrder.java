package app.pallet.rows.query;

import app.pallet.schema.Column;

/**
 * By which column rows are sorted. Empty cells come last either way, and rows with the same value
 * keep the order of their ids.
 *
 * @param column whose values count; texts are compared without regard to case and accents
 * @param direction which value comes first
 */
public record SortOrder(Column column, Direction direction) {

  /** Which value comes first. */
  public enum Direction {
    /** The smallest. */
    ASCENDING,
    /** The largest. */
    DESCENDING
  }
}
