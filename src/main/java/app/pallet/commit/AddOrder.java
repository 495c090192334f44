package app.pallet.commit;

import app.pallet.change.RowChange;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows to be added in the order of their match key, which the database keeps an index of:
 * neighbours land on the same pages of it. The order is only changed within some thousand rows,
 * since ids are given out in the user's order and the table itself is stored by id (decision 0044).
 */
final class AddOrder {

  private static final int WINDOW = 5_000; // rows

  private final Column match;

  AddOrder(Column match) {
    this.match = match;
  }

  private record Keyed(@Nullable String key, RowChange row) {}

  private static final Comparator<Keyed> BY_KEY =
      Comparator.comparing(Keyed::key, Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * Sorts a group of rows of one kind; does nothing unless they are to be added and keyed by text.
   */
  void sort(List<RowChange> group) {
    if (!(group.getFirst() instanceof RowChange.Add) || !match.type().isText()) {
      return; // a number as a key mostly comes in order
    }
    for (List<RowChange> window : CommitPlan.slices(group, WINDOW)) {
      List<Keyed> keyed = new ArrayList<>(window.size());
      for (RowChange row : window) {
        keyed.add(new Keyed((String) row.after().get(match), row));
      }
      keyed.sort(BY_KEY); // stable: of two rows with one key the user's first one gets in
      for (int i = 0; i < keyed.size(); i++) {
        window.set(i, keyed.get(i).row());
      }
    }
  }
}
