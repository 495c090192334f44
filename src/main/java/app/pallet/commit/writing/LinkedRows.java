package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.order.UniqueClaims;
import app.pallet.commit.order.WriteOrder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Dialect;
import app.pallet.engine.KeySql;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Sends rows of which some wait for values that others give up. They are sent in their order. Rows
 * that wait for each other in a circle first get values that no other row has, which the same
 * transaction replaces. Neither begins nor ends a transaction (decision 0156).
 */
final class LinkedRows implements AutoCloseable {

  private final Connection connection;
  private final Dialect dialect;
  private final TableSchema schema;
  private final KeySql keys;
  private final WriteOrder order;
  private final TransactionRows written;
  private final Conflicts conflicts;
  private final GroupedRows grouped;
  private final GroupedRows compared;
  private final LongSupplier random;

  /**
   * Sends rows over a connection.
   *
   * @param written told of conflicts among rows that wait for each other
   */
  LinkedRows(
      Connection connection,
      CatalogueDatabase database,
      WriteOrder order,
      TransactionRows written) {
    this(connection, database, order, written, new SecureRandom()::nextLong);
  }

  /**
   * The same with placeholders of a kind.
   *
   * @param random what they are made of; asked again for one that somebody has
   */
  LinkedRows(
      Connection connection,
      CatalogueDatabase database,
      WriteOrder order,
      TransactionRows written,
      LongSupplier random) {
    this.random = random;
    this.connection = connection;
    this.dialect = database.dialect();
    this.schema = database.schema();
    this.keys = database.keys();
    this.order = order;
    this.written = written;
    this.conflicts = new Conflicts(database);
    this.grouped = new GroupedRows(connection, database);
    this.compared = GroupedRows.ofComparedRows(connection, database);
  }

  /** Writes rows as {@link GroupedRows#write} does, in their order if any wait for others. */
  List<RowChange> write(
      List<RowChange> rows,
      Map<RowKey.New, RowKey.Stored> ids,
      Instant now,
      TransactionProgress progress)
      throws SQLException {
    if (!order.isLinked()) {
      return grouped.write(rows, ids, now, progress);
    }
    List<RowChange> unmatched = new ArrayList<>();
    int from = 0;
    while (from < rows.size()) {
      int to = endOfRun(rows, from);
      List<RowChange> run = rows.subList(from, to);
      unmatched.addAll(
          run.getFirst() instanceof RowChange.Edit
              ? edit(run, ids, now, progress)
              : grouped.write(run, ids, now, progress));
      from = to;
    }
    return unmatched;
  }

  /** Writes rows that were compared in this transaction already. */
  List<RowChange> writeCompared(
      List<RowChange> rows,
      Map<RowKey.New, RowKey.Stored> ids,
      Instant now,
      TransactionProgress progress)
      throws SQLException {
    return compared.write(rows, ids, now, progress);
  }

  /** Rows in circles, or rows in none that one statement writes. */
  private int endOfRun(List<RowChange> rows, int from) {
    RowChange first = rows.get(from);
    boolean inCircles = order.isInCircle(first);
    RowStatements.Key key = RowStatements.Key.of(first);
    int to = from + 1;
    while (to < rows.size()
        && order.isInCircle(rows.get(to)) == inCircles
        && (inCircles || key.fits(rows.get(to)))) {
      to++;
    }
    return to;
  }

  private List<RowChange> edit(
      List<RowChange> run,
      Map<RowKey.New, RowKey.Stored> ids,
      Instant now,
      TransactionProgress progress)
      throws SQLException {
    List<RowChange> untouched = conflicts.compare(connection, run, written);
    if (order.isInCircle(run.getFirst())) {
      untouched = ofWholeCircles(run, untouched);
      free(untouched);
    }
    progress.wrote(run.size() - untouched.size());
    return untouched.isEmpty() ? List.of() : compared.write(untouched, ids, now, progress);
  }

  /** Leaves the others of a circle out, too, where a row of it can't be written. */
  private List<RowChange> ofWholeCircles(List<RowChange> run, List<RowChange> untouched) {
    if (untouched.size() == run.size()) {
      return untouched;
    }
    Set<RowKey> left = untouched.stream().map(RowChange::key).collect(Collectors.toSet());
    Set<RowKey> spoiled = new HashSet<>();
    for (RowChange row : run) {
      if (!left.contains(row.key()) && !spoiled.contains(row.key())) {
        order.circleOf(row).forEach(other -> spoiled.add(other.key()));
      }
    }
    List<RowChange> whole = new ArrayList<>();
    for (RowChange row : untouched) {
      if (spoiled.contains(row.key())) {
        written.refused(RefusedRow.waiting(row), row);
      } else {
        whole.add(row);
      }
    }
    return whole;
  }

  /**
   * Frees the values that rows give up. What they get instead is gone before the commit, so the
   * table's own checks don't look at it; they do look at what is written in its place.
   */
  private void free(List<RowChange> rows) throws SQLException {
    dialect
        .transactions()
        .withoutChecks(
            connection,
            () -> {
              for (Column column : UniqueClaims.columns(schema)) {
                free(rows, column);
              }
            });
  }

  private void free(List<RowChange> rows, Column column) throws SQLException {
    String table = dialect.quote(schema.table());
    String name = dialect.quote(column.name());
    String sql = "UPDATE %s SET %s = ? WHERE %s".formatted(table, name, keys.isRow());
    try (PreparedStatement update = connection.prepareStatement(sql);
        PreparedStatement owner =
            connection.prepareStatement("SELECT 1 FROM %s WHERE %s = ?".formatted(table, name))) {
      for (RowChange row : rows) {
        if (UniqueClaims.givesUp(row, column) && row.key() instanceof RowKey.Stored key) {
          update.setObject(1, column.rules().required() ? placeholder(column, owner) : null);
          keys.bind(update, 2, key);
          update.executeUpdate();
        }
      }
    }
  }

  /**
   * A value that no row has, for a cell that may not be empty. An empty cell would never be a
   * duplicate.
   */
  private Object placeholder(Column column, PreparedStatement owner) throws SQLException {
    while (true) {
      long number = random.getAsLong();
      Object value =
          dialect.codec(column).isInteger() || column.type().isNumeric()
              ? (Object) number
              : "~" + Long.toUnsignedString(number, Character.MAX_RADIX);
      owner.setObject(1, value);
      try (ResultSet taken = owner.executeQuery()) {
        if (!taken.next()) {
          return value;
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    grouped.close();
    compared.close();
  }
}
