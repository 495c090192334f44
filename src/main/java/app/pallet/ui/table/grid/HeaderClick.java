package app.pallet.ui.table.grid;

import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.schema.Column;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How clicks on a column's header change the order of the rows: ascending, then descending, then
 * none.
 */
public final class HeaderClick {

  private HeaderClick() {}

  /** The order of the rows after a click on a column that follows this order. */
  public static Optional<SortOrder> next(Optional<SortOrder> current, Column clicked) {
    return switch (direction(current, clicked)) {
      case null -> Optional.of(new SortOrder(clicked, Direction.ASCENDING));
      case ASCENDING -> Optional.of(new SortOrder(clicked, Direction.DESCENDING));
      case DESCENDING -> Optional.empty();
    };
  }

  /** The direction of an order, if it is by this column. */
  static @Nullable Direction direction(Optional<SortOrder> order, Column column) {
    return order
        .filter(sort -> sort.column().name().equals(column.name()))
        .map(SortOrder::direction)
        .orElse(null);
  }
}
