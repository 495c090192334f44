package app.pallet.commit.order;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitPlan;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order of many added rows: by the first unique column of their table. The database keeps an
 * index of it, and a batch whose keys lie far apart touches, and later writes, a page of that index
 * for nearly every row; ordered, the batches of a commit fill one page after the other (decision
 * 0120). Compares eight characters at a time, so that it costs next to nothing itself.
 */
final class UniqueKeyOrder {

  /** With fewer rows the user's own order is kept: somebody may have meant it. */
  static final int ROWS_WORTH_IT = CommitPlan.DEFAULT_BATCH_SIZE + 1;

  private final Column column;

  private UniqueKeyOrder(Column column) {
    this.column = column;
  }

  /** The order for a table; empty if nothing in it is unique. */
  static Optional<UniqueKeyOrder> of(TableSchema schema) {
    return schema.columns().stream()
        .filter(column -> column.role() == ColumnRole.DATA && column.rules().unique())
        .findFirst()
        .map(UniqueKeyOrder::new);
  }

  /** Sorts added rows, if they are enough; rows without a key come first, in their order. */
  void sort(List<RowChange> adds) {
    if (adds.size() < ROWS_WORTH_IT) {
      return;
    }
    RowChange[] rows = adds.toArray(RowChange[]::new);
    @Nullable Object[] keys = new @Nullable Object[rows.length];
    Arrays.parallelSetAll(keys, i -> rows[i].after().get(column));
    int shared = sharedPrefix(keys);
    Keyed[] keyed = new Keyed[rows.length];
    Arrays.parallelSetAll(keyed, i -> Keyed.of(rows[i], keys[i], shared));
    Arrays.parallelSort(keyed); // stable
    int at = 0;
    for (Keyed row : keyed) {
      adds.set(at++, row.change);
    }
  }

  /** How many characters all keys begin with, as the article numbers of one shop mostly do. */
  private static int sharedPrefix(@Nullable Object[] keys) {
    String first = textOf(keys[0]);
    int shared = first.length();
    for (Object key : keys) {
      String other = textOf(key);
      if (!other.regionMatches(0, first, 0, shared)) {
        int same = 0;
        while (same < other.length() && other.charAt(same) == first.charAt(same)) {
          same++; // ends before shared, where they differ
        }
        shared = same;
      }
    }
    return shared;
  }

  private static String textOf(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  /** A row with what it is compared by, beside each other in memory. */
  private record Keyed(RowChange change, long head, String text) implements Comparable<Keyed> {

    static Keyed of(RowChange change, @Nullable Object key, int shared) {
      if (key instanceof Long number) {
        return new Keyed(change, number, "");
      }
      String text = textOf(key);
      return new Keyed(change, head(text, shared) ^ Long.MIN_VALUE, text); // compared as if signed
    }

    /** The next characters as one number that grows as the texts do. */
    private static long head(String text, int from) {
      long head = 0;
      for (int i = from; i < from + Long.BYTES; i++) {
        int next = i < text.length() ? Math.min(text.charAt(i), 0xFE) + 1 : 0;
        if (next == 0xFF) { // more than a byte tells: the whole texts have to be compared
          return ((head << Byte.SIZE) | next) << (Byte.SIZE * (from + Long.BYTES - 1 - i));
        }
        head = (head << Byte.SIZE) | next;
      }
      return head;
    }

    @Override
    public int compareTo(Keyed other) {
      int byHead = Long.compare(head, other.head);
      return byHead != 0 ? byHead : text.compareTo(other.text);
    }
  }
}
