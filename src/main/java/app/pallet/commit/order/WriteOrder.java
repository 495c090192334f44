package app.pallet.commit.order;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.CommitPlan;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which changes are written: deletes, then edits, then adds, so that a SKU one row
 * gives up is free for the next. Deletes and edits go by key, as the table is stored: whatever the
 * user's sort order was, a transaction then touches few pages. An edit that wants what another
 * gives up comes after it ({@link UniqueLinks}), and so does a row that refers to another one of
 * the same table ({@link OwnReferences}). Adds keep the user's order, which their ids follow,
 * unless they are so many that {@link UniqueKeyOrder} is worth it.
 */
public final class WriteOrder {

  private static final Comparator<RowChange> ORDER =
      Comparator.comparingInt(WriteOrder::rank).thenComparing(WriteOrder::compareKeys);

  private final List<RowChange> rows;
  private final boolean linked;
  private final Map<RowKey, List<RowChange>> circles;

  private WriteOrder(List<RowChange> rows, boolean linked, Map<RowKey, List<RowChange>> circles) {
    this.rows = rows;
    this.linked = linked;
    this.circles = circles;
  }

  /** The order of changes. */
  public static WriteOrder of(List<RowChange> rows, TableSchema schema) {
    List<RowChange> ordered = new ArrayList<>(rows);
    ordered.sort(ORDER); // stable
    int edits = first(ordered, 1);
    int adds = first(ordered, 2);
    List<RowChange> edited = ordered.subList(edits, adds);
    List<List<RowChange>> units = UniqueLinks.units(edited, schema);
    int at = 0;
    for (List<RowChange> unit : units) {
      for (RowChange row : unit) {
        edited.set(at++, row);
      }
    }
    UniqueKeyOrder.of(schema).ifPresent(order -> order.sort(ordered.subList(adds, ordered.size())));
    schema.typedId().ifPresent(id -> putFirst(id, ordered.subList(adds, ordered.size())));
    Optional<List<RowChange>> own = OwnReferences.order(ordered, schema);
    boolean isLinked = !units.isEmpty() || (own.isPresent() && !areAlike(ordered));
    return new WriteOrder(own.orElse(ordered), isLinked, UniqueLinks.circles(units));
  }

  /** Rows that say their number come before those that get one, so that none of these meets it. */
  private static void putFirst(Column id, List<RowChange> adds) {
    adds.sort(Comparator.comparing(add -> add.after().get(id) == null)); // stable
  }

  /** Whether one statement writes all rows, which keeps their order anyhow. */
  private static boolean areAlike(List<RowChange> rows) {
    RowChange first = rows.getFirst();
    return first instanceof RowChange.Add
        && rows.stream()
            .allMatch(row ->
                row instanceof RowChange.Add
                    && row.after().columns().equals(first.after().columns()));
  }

  /** The changes in their order. */
  List<RowChange> rows() {
    return rows;
  }

  /** Whether rows wait for each other, so that they must be written in this very order. */
  public boolean isLinked() {
    return linked;
  }

  /** Whether a row gives up what others want that it waits for itself. */
  public boolean isInCircle(RowChange row) {
    return circles.containsKey(row.key());
  }

  /** The rows that wait for each other in a circle with a row, itself among them. */
  public List<RowChange> circleOf(RowChange row) {
    return circles.getOrDefault(row.key(), List.of());
  }

  /** Cuts the changes into transactions; none ends within a circle. */
  public List<List<RowChange>> transactions(CommitPlan plan) {
    return slices(plan.transactionSize(rows.size()));
  }

  /** Cuts the changes into pieces of a size, or a little more: none ends within a circle. */
  List<List<RowChange>> slices(int size) {
    return slices(rows, size);
  }

  /** Cuts some of the changes, which follow each other, in the same way. */
  public List<List<RowChange>> slices(List<RowChange> some, int size) {
    if (circles.isEmpty()) {
      return CommitPlan.slices(some, size);
    }
    List<List<RowChange>> slices = new ArrayList<>();
    int from = 0;
    while (from < some.size()) {
      int to = Math.min(some.size(), from + size);
      while (to < some.size() && isOneCircle(some.get(to - 1), some.get(to))) {
        to++;
      }
      slices.add(some.subList(from, to));
      from = to;
    }
    return slices;
  }

  @SuppressWarnings("ReferenceEquality") // each circle is one list
  private boolean isOneCircle(RowChange one, RowChange other) {
    List<RowChange> circle = circles.get(one.key());
    return circle != null && circle == circles.get(other.key());
  }

  private static int first(List<RowChange> ordered, int rank) {
    int first = ordered.size();
    while (first > 0 && rank(ordered.get(first - 1)) >= rank) {
      first--;
    }
    return first;
  }

  private static int rank(RowChange row) {
    if (row instanceof RowChange.Add) { // a switch by types took a tenth of a commit's own time
      return 2;
    }
    return row instanceof RowChange.Edit ? 1 : 0;
  }

  /** Of two rows of the same kind. */
  private static int compareKeys(RowChange one, RowChange other) {
    return one.key() instanceof RowKey.Stored key && other.key() instanceof RowKey.Stored that
        ? key.compareTo(that)
        : 0; // the order in which the rows to be added were given
  }
}
