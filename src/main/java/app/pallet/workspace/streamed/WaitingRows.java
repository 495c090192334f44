package app.pallet.workspace.streamed;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.rows.RowReader;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.workspace.checks.UniqueCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of an import in portions that want a unique value of a product which a later row may change:
 * they wait, so that a swap of two article numbers is one transaction wherever its rows stand
 * (decision 0159). After the last portion nothing waits any more; what is not free by then the
 * database refuses. Confined to one thread.
 */
final class WaitingRows {

  /** What a row that waits may take in memory; a quarter of the heap is theirs. */
  private static final int BYTES_OF_A_ROW = 2_000;

  private static final int SHARE = 4;

  private final TableSchema schema;
  private final RowReader reader;
  private final List<Column> columns;
  private final long most;
  private List<RowChange> held = List.of();
  private Map<RowKey, RowOrigin> origins = Map.of();

  /**
   * Nothing waits yet.
   *
   * @param columns the unique columns in which rows may take each other's values
   */
  WaitingRows(TableSchema schema, RowReader reader, List<Column> columns) {
    this(schema, reader, columns, Runtime.getRuntime().maxMemory() / SHARE / BYTES_OF_A_ROW);
  }

  /**
   * The same with room for so many rows; if more would wait, all are tried at once.
   *
   * @param most rows that may wait
   */
  WaitingRows(TableSchema schema, RowReader reader, List<Column> columns, long most) {
    this.schema = schema;
    this.reader = reader;
    this.columns = columns;
    this.most = most;
  }

  /**
   * The rows that can be committed now.
   *
   * @param portion rows that came in
   * @param from where the edits among them come from
   * @param isLast whether no more follow, so that none needs to wait
   */
  List<RowChange> ready(List<RowChange> portion, Map<RowKey, RowOrigin> from, boolean isLast) {
    if (columns.isEmpty()) {
      origins = from;
      return portion;
    }
    Map<RowKey, RowOrigin> known = new HashMap<>(from);
    for (RowChange row : held) {
      origin(row.key()).ifPresent(origin -> known.put(row.key(), origin));
    }
    origins = known;
    List<RowChange> all = new ArrayList<>(held);
    all.addAll(portion);
    Set<RowKey> waiting = isLast ? Set.of() : UniqueCheck.waiting(schema, reader, columns, all);
    if (waiting.isEmpty() || waiting.size() > most) {
      held = List.of();
      return all;
    }
    held = all.stream().filter(change -> waiting.contains(change.key())).toList();
    return all.stream().filter(change -> !waiting.contains(change.key())).toList();
  }

  /** Where one of the rows comes from that were ready last. */
  Optional<RowOrigin> origin(RowKey key) {
    return Optional.ofNullable(origins.get(key));
  }
}
