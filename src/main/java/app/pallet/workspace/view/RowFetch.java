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
 * Gets the rows an action is about: at once where the table has them at hand, else read in the
 * background in one go.
 */
public final class RowFetch {

  private final RowView view;
  private final RowReader reader;
  private final EditQueue queue;

  public RowFetch(RowView view, RowReader reader, EditQueue queue) {
    this.view = view;
    this.reader = reader;
    this.queue = queue;
  }

  /**
   * Fetches rows. Owner thread.
   *
   * @param reading where those are read that are not at hand
   * @param task what they are for, as the user reads it
   * @param keys the rows, which may have got other keys since the user named them
   * @param then gets the rows as they are then by the keys that were asked for, in their order and
   *     without those that are no longer there; on the owner thread
   */
  public void fetch(
      Reading reading,
      String task,
      Collection<? extends RowKey> keys,
      Consumer<Map<RowKey, ViewRow>> then) {
    fetch(reading, task, keys, new HashMap<>(), then);
  }

  /** Once more for rows that a commit has given other keys while they were being read. */
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
