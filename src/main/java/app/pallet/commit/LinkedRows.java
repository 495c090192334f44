package app.pallet.commit;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.database.SqlName;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows of which some wait for values that others give up: in their order, and those that wait
 * in a circle by way of values that nobody has and that the same transaction replaces. Neither
 * begins nor ends a transaction (decision 0156).
 */
final class LinkedRows implements AutoCloseable {

  private final Connection connection;
  private final TableSchema schema;
  private final WriteOrder order;
  private final WrittenRows written;
  private final Conflicts conflicts;
  private final GroupedRows grouped;
  private final GroupedRows compared;
  private final SecureRandom random = new SecureRandom();

  /**
   * Sends rows over a connection.
   *
   * @param written told of conflicts among rows that wait for each other
   */
  LinkedRows(Connection connection, TableSchema schema, WriteOrder order, WrittenRows written) {
    this.connection = connection;
    this.schema = schema;
    this.order = order;
    this.written = written;
    this.conflicts = new Conflicts(schema);
    this.grouped = new GroupedRows(connection, schema);
    this.compared = GroupedRows.ofComparedRows(connection, schema);
  }

  /** Writes rows as {@link GroupedRows#write} does, in their order if any wait for others. */
  List<RowChange> write(
      List<RowChange> rows, Map<RowKey.New, Long> ids, Instant now, Checkpoint checkpoint)
      throws SQLException {
    if (!order.isLinked()) {
      return grouped.write(rows, ids, now, checkpoint);
    }
    List<RowChange> unmatched = new ArrayList<>();
    int from = 0;
    while (from < rows.size()) {
      int to = endOfRun(rows, from);
      List<RowChange> run = rows.subList(from, to);
      if (run.getFirst() instanceof RowChange.Edit) {
        edit(run, ids, now, checkpoint);
      } else {
        unmatched.addAll(grouped.write(run, ids, now, checkpoint));
      }
      from = to;
    }
    return unmatched;
  }

  /** Writes rows that were compared in this transaction already. */
  List<RowChange> writeCompared(
      List<RowChange> rows, Map<RowKey.New, Long> ids, Instant now, Checkpoint checkpoint)
      throws SQLException {
    return compared.write(rows, ids, now, checkpoint);
  }

  /** A circle, or rows that one statement writes. */
  private int endOfRun(List<RowChange> rows, int from) {
    RowChange first = rows.get(from);
    if (order.isInCircle(first)) {
      return from + order.slices(rows.subList(from, rows.size()), 1).getFirst().size();
    }
    RowStatements.Key key = RowStatements.Key.of(first);
    int to = from + 1;
    while (to < rows.size() && key.fits(rows.get(to)) && !order.isInCircle(rows.get(to))) {
      to++;
    }
    return to;
  }

  private void edit(
      List<RowChange> run, Map<RowKey.New, Long> ids, Instant now, Checkpoint checkpoint)
      throws SQLException {
    List<RowChange> untouched = conflicts.compare(connection, run, written);
    if (order.isInCircle(run.getFirst())) {
      if (untouched.size() < run.size()) {
        untouched.forEach(row -> written.refused(RefusedRow.waiting(row), row));
        checkpoint.wrote(run.size());
        return;
      }
      for (Column column : UniqueClaims.columns(schema)) {
        free(untouched, column);
      }
    }
    if (!untouched.isEmpty()) {
      compared.write(untouched, ids, now, checkpoint);
    }
    checkpoint.wrote(run.size() - untouched.size());
  }

  /** Frees the values that rows give up. What they get instead is gone before the commit. */
  private void free(List<RowChange> rows, Column column) throws SQLException {
    String sql =
        "UPDATE %s SET %s = ? WHERE %s = ?"
            .formatted(
                SqlName.quote(schema.table()),
                SqlName.quote(column.name()),
                SqlName.quote(schema.id().name()));
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (RowChange row : rows) {
        if (UniqueClaims.givesUp(row, column) && row.key() instanceof RowKey.Existing(long id)) {
          update.setObject(1, placeholder(column));
          update.setLong(2, id);
          update.addBatch();
        }
      }
      update.executeBatch();
    }
  }

  /** A value nobody has; nothing where a cell may be empty, since nothing is never a double. */
  private @Nullable Object placeholder(Column column) {
    if (!column.rules().required()) {
      return null;
    }
    return column.type() == ColumnType.TEXT
        ? "~" + Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX)
        : Long.valueOf(-(random.nextLong() >>> 12));
  }

  @Override
  public void close() throws SQLException {
    grouped.close();
    compared.close();
  }
}
