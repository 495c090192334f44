package app.pallet.workspace.view;

import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.rows.RowReader;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.Reading;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gets the rows for an action. Rows that the table has at hand come at once. Others are read in the
 * background, all together.
 */
public final class RowFetch {

  private final RowView view;
  private final RowReader reader;
  private final EditQueue queue;

  /** Fetches rows that the view has at hand, or that the reader reads. */
  public RowFetch(RowView view, RowReader reader, EditQueue queue) {
    this.view = view;
    this.reader = reader;
    this.queue = queue;
  }

  /**
   * Fetches rows. Owner thread.
   *
   * @param reading where rows are read that are not at hand
   * @param task the action, as the user reads it
   * @param keys the rows, whose keys may have changed since the user chose them
   * @param then gets the rows on the owner thread, by the keys that were asked for and in their
   *     order, without rows that no longer exist
   */
  public void fetch(
      Reading reading,
      String task,
      Collection<? extends RowKey> keys,
      Consumer<Map<RowKey, ViewRow>> then) {
    fetch(reading, task, keys, new HashMap<>(), then);
  }

  /** Repeats itself for rows whose keys a commit changed while they were being read. */
  private void fetch(
      Reading reading,
      String task,
      Collection<? extends RowKey> keys,
      Map<Long, Optional<Row>> read,
      Consumer<Map<RowKey, ViewRow>> then) {
    Map<RowKey, ViewRow> rows = LinkedHashMap.newLinkedHashMap(keys.size());
    Set<Long> missing = new LinkedHashSet<>();
    for (RowKey key : keys) {
      RowKey now = queue.now(key);
      Optional<Row> row =
          now instanceof RowKey.Id(long id)
              ? read.getOrDefault(id, Optional.empty())
              : Optional.empty();
      Optional<ViewRow> shown = row.map(view::overlay).or(() -> view.rowOf(now));
      shown.ifPresent(found -> rows.put(key, found));
      if (shown.isEmpty() && now instanceof RowKey.Id(long id) && !read.containsKey(id)) {
        missing.add(id);
      }
    }
    if (missing.isEmpty()) {
      then.accept(rows);
      return;
    }
    long[] ids = missing.stream().mapToLong(Long::longValue).toArray();
    reading.read(
        task,
        monitor -> reader.read(ids),
        found -> {
          missing.forEach(id -> read.put(id, Optional.empty()));
          found.forEach(row -> read.put(row.key().id(), Optional.of(row)));
          fetch(reading, task, keys, read, then);
        });
  }
}
