package app.pallet.commit;

import app.pallet.change.RowChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which changes are written: deletes, then edits, then adds, so that a SKU one row
 * gives up is free for the next. Deletes and edits go by id, as the table is stored: whatever the
 * user's sort order was, a transaction then touches few pages. Adds keep the user's order, which
 * their ids follow.
 */
final class WriteOrder {

  private static final Comparator<RowChange> ORDER =
      Comparator.comparingInt(WriteOrder::rank).thenComparingLong(WriteOrder::id);

  private WriteOrder() {}

  /**
   * The changes in their order.
   *
   * @throws IllegalArgumentException if one of them can't be committed
   */
  static List<RowChange> of(List<RowChange> rows) {
    List<RowChange> ordered = new ArrayList<>(rows);
    for (RowChange row : ordered) {
      if (!row.isCommittable()) {
        throw new IllegalArgumentException("Has a problem and can't be committed: " + row);
      }
    }
    ordered.sort(ORDER); // stable
    return ordered;
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
