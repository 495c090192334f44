package app.pallet.ui.table;

import app.pallet.schema.Column;
import java.util.Optional;

/**
 * An order of rows by one column.
 *
 * @param column whose values are compared
 * @param direction which come first
 */
public record ColumnSort(Column column, Direction direction) {

  /** Which values come first. */
  public enum Direction {
    /** Small ones. */
    ASCENDING,
    /** Large ones. */
    DESCENDING
  }

  /** What another click on a column's header makes of an order: up, down, none. */
  static Optional<ColumnSort> next(Optional<ColumnSort> current, Column clicked) {
    Direction direction =
        current.filter(sort -> sort.isBy(clicked)).map(ColumnSort::direction).orElse(null);
    return switch (direction) {
      case null -> Optional.of(new ColumnSort(clicked, Direction.ASCENDING));
      case ASCENDING -> Optional.of(new ColumnSort(clicked, Direction.DESCENDING));
      case DESCENDING -> Optional.empty();
    };
  }

  boolean isBy(Column other) {
    return column.name().equals(other.name());
  }
}
