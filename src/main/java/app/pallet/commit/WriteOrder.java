package app.pallet.commit;

import app.pallet.change.RowChange;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which changes are written: deletes, then edits, then adds, so that a SKU one row
 * gives up is free for the next. Deletes and edits go by id, as the table is stored: whatever the
 * user's sort order was, a transaction then touches few pages. Adds keep the user's order, which
 * their ids follow, unless they are so many that {@link UniqueKeyOrder} is worth it.
 */
final class WriteOrder {

  private static final Comparator<RowChange> ORDER =
      Comparator.comparingInt(WriteOrder::rank).thenComparingLong(WriteOrder::id);

  private WriteOrder() {}

  /** The changes in their order. */
  static List<RowChange> of(List<RowChange> rows, TableSchema schema) {
    List<RowChange> ordered = new ArrayList<>(rows);
    ordered.sort(ORDER); // stable
    UniqueKeyOrder.of(schema).ifPresent(order -> order.sort(adds(ordered)));
    return ordered;
  }

  /** The adds, which are at the end; a view. */
  private static List<RowChange> adds(List<RowChange> ordered) {
    int first = ordered.size();
    while (first > 0 && ordered.get(first - 1) instanceof RowChange.Add) {
      first--;
    }
    return ordered.subList(first, ordered.size());
  }

  private static int rank(RowChange row) {
    return switch (row) {
      case RowChange.Delete delete -> 0;
      case RowChange.Edit edit -> 1;
      case RowChange.Add add -> 2;
    };
  }

  private static long id(RowChange row) {
    return switch (row) {
      case RowChange.Delete delete -> delete.key().id();
      case RowChange.Edit edit -> edit.key().id();
      case RowChange.Add add -> 0;
    };
  }
}
