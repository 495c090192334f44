package app.pallet.workspace.streamed;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.rows.RowReader;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent;
import app.pallet.workspace.checks.UniqueCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of an import in portions that want a unique value of a product. They wait, because a later
 * row may change that product: a swap of two article numbers must be one transaction, wherever its
 * rows are (decision 0159). After the last portion nothing waits any more, and the database refuses
 * a value that is not free by then. Confined to one thread.
 */
final class WaitingRows {

  /**
   * The bytes that a waiting row may take in memory. All of them together may take a quarter of the
   * heap.
   */
  private static final int BYTES_OF_A_ROW = 2_000;

  private static final int SHARE = 4;

  private final TableSchema schema;
  private final RowReader reader;
  private final List<Column> columns;
  private final Optional<Column> number;
  private final long most;
  private List<RowChange> held = List.of();
  private Map<RowKey, RowOrigin> origins = Map.of();

  /**
   * Nothing waits yet.
   *
   * @param columns the unique columns in which rows may take each other's values
   */
  WaitingRows(TableSchema schema, RowReader reader, List<Column> columns) {
    this(schema, reader, columns, Optional.empty());
  }

  /**
   * The same where rows are found by a number that the database gives to those without one.
   *
   * @param number rows to be added without one wait for all others, so that they get numbers that
   *     no later row means
   */
  WaitingRows(TableSchema schema, RowReader reader, List<Column> columns, Optional<Column> number) {
    this(
        schema, reader, columns, number, Runtime.getRuntime().maxMemory() / SHARE / BYTES_OF_A_ROW);
  }

  /**
   * The same with room for a number of rows. If more would wait, all of them are tried at once.
   *
   * @param most the number of rows that may wait
   */
  WaitingRows(TableSchema schema, RowReader reader, List<Column> columns, long most) {
    this(schema, reader, columns, Optional.empty(), most);
  }

  private WaitingRows(
      TableSchema schema,
      RowReader reader,
      List<Column> columns,
      Optional<Column> number,
      long most) {
    this.schema = schema;
    this.reader = reader;
    this.columns = columns;
    this.number = number;
    this.most = most;
  }

  /**
   * The rows that can be committed now.
   *
   * @param portion the new rows
   * @param from the origins of the edits among them
   * @param isLast whether no more portions follow, so that no row needs to wait
   */
  List<RowChange> ready(List<RowChange> portion, Map<RowKey, RowOrigin> from, boolean isLast) {
    if (columns.isEmpty() && number.isEmpty()) {
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
    Set<RowKey> waiting = isLast ? Set.of() : waiting(all);
    if (waiting.isEmpty() || waiting.size() > most) {
      held = List.of();
      return all;
    }
    held = all.stream().filter(change -> waiting.contains(change.key())).toList();
    return all.stream().filter(change -> !waiting.contains(change.key())).toList();
  }

  private Set<RowKey> waiting(List<RowChange> all) {
    Set<RowKey> waiting = new HashSet<>(UniqueCheck.waiting(schema, reader, columns, all));
    number.ifPresent(id -> {
      for (RowChange row : all) {
        if (row instanceof RowChange.Add add && add.after().get(id) == null) {
          waiting.add(add.key());
        }
      }
    });
    int before;
    do { // and those that refer to such rows
      before = waiting.size();
      for (Column parent : schema.ownParents()) {
        for (RowChange row : all) {
          if (row.after().get(parent) instanceof PendingParent.OwnRow(long added)
              && waiting.contains(new RowKey.New(added))) {
            waiting.add(row.key());
          }
        }
      }
    } while (waiting.size() > before);
    return waiting;
  }

  /** The origin of one of the rows that {@link #ready} returned last. */
  Optional<RowOrigin> origin(RowKey key) {
    return Optional.ofNullable(origins.get(key));
  }
}
