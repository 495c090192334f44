package app.pallet.workspace;

import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.rows.RowReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gets the rows an action is about: at once where the table has them at hand, else read in the
 * background in one go.
 */
final class RowFetch {

  private final RowView view;
  private final RowReader reader;
  private final BackgroundTasks tasks;

  RowFetch(RowView view, RowReader reader, BackgroundTasks tasks) {
    this.view = view;
    this.reader = reader;
    this.tasks = tasks;
  }

  /**
   * Fetches rows. Owner thread.
   *
   * @param task what they are for, as the user reads it
   * @param then gets them on the owner thread in the order of their keys, without those that are no
   *     longer in the database
   */
  void fetch(String task, List<RowKey> keys, Consumer<List<ViewRow>> then) {
    List<ViewRow> rows = new ArrayList<>(keys.size());
    List<Long> missing = new ArrayList<>();
    for (RowKey key : keys) {
      Optional<ViewRow> row = view.rowOf(key);
      row.ifPresent(rows::add);
      if (row.isEmpty() && key instanceof RowKey.Existing(long id)) {
        missing.add(id);
      }
    }
    if (missing.isEmpty()) {
      then.accept(rows);
      return;
    }
    long[] ids = missing.stream().mapToLong(Long::longValue).toArray();
    tasks.read(task, monitor -> reader.read(ids), read -> then.accept(merge(keys, read)));
  }

  private List<ViewRow> merge(List<RowKey> keys, List<Row> read) {
    Map<RowKey, Row> byKey = HashMap.newHashMap(read.size());
    read.forEach(row -> byKey.put(row.key(), row));
    List<ViewRow> rows = new ArrayList<>(keys.size());
    for (RowKey key : keys) {
      Row row = byKey.get(key);
      Optional.ofNullable(row).map(view::overlay).or(() -> view.rowOf(key)).ifPresent(rows::add);
    }
    return rows;
  }
}
