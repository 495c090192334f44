package app.pallet.ui.table.grid;

import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.schema.Column;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the order of the rows changes with each request for a column: ascending, then descending,
 * then none.
 */
public final class HeaderClick {

  private HeaderClick() {}

  /** The order by one column alone that follows this order. */
  public static Optional<SortOrder> next(Optional<SortOrder> current, Column column) {
    return switch (direction(current, column)) {
      case DESCENDING -> Optional.empty();
      case ASCENDING -> Optional.of(new SortOrder(column, Direction.DESCENDING));
      case null -> Optional.of(new SortOrder(column, Direction.ASCENDING));
    };
  }

  /** The order that follows this order where a column is added to it and the others stay. */
  public static Optional<SortOrder> adding(Optional<SortOrder> current, Column column) {
    if (current.isEmpty()) {
      return next(current, column);
    }
    return switch (direction(current, column)) {
      case DESCENDING -> current.get().without(column);
      case ASCENDING -> Optional.of(current.get().with(column, Direction.DESCENDING));
      case null -> Optional.of(current.get().with(column, Direction.ASCENDING));
    };
  }

  /** The direction of a column, if rows are sorted by it. */
  static @Nullable Direction direction(Optional<SortOrder> order, Column column) {
    return order.flatMap(sort -> sort.direction(column)).orElse(null);
  }
}
