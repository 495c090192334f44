package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.CommitPlan;
import app.pallet.database.CatalogueDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends rows over one connection as JDBC batches: one prepared statement for each kind and set of
 * columns, kept for the next rows like these. Neither begins nor ends a transaction.
 */
final class GroupedRows implements AutoCloseable {

  /** Rows of a JDBC batch at most: speed is flat from 100 up, and a cancel is seen between two. */
  static final int JDBC_BATCH = 500;

  /** Statements kept at most; a bulk edit has one or two, edits by hand may have dozens. */
  private static final int KEPT_STATEMENTS = 64;

  private final Connection connection;
  private final RowStatements statements;
  private final Map<RowStatements.Key, Prepared> prepared = new LinkedHashMap<>();

  private record Prepared(RowStatement statement, PreparedStatement jdbc) {}

  /** Writes rows only where they are what the user saw. */
  GroupedRows(Connection connection, CatalogueDatabase database) {
    this(connection, new RowStatements(database.dialect(), database.schema(), database.keys()));
  }

  private GroupedRows(Connection connection, RowStatements statements) {
    this.connection = connection;
    this.statements = statements;
  }

  /** Writes rows that were compared with what the user saw in the open transaction already. */
  static GroupedRows ofComparedRows(Connection connection, CatalogueDatabase database) {
    return new GroupedRows(
        connection,
        RowStatements.forComparedRows(database.dialect(), database.schema(), database.keys()));
  }

  /**
   * Writes rows.
   *
   * @param ids the keys of those to be added
   * @param now what is stamped on them
   * @param progress asked before each JDBC batch and told after it
   * @return the rows that matched nothing in the database, so that nothing was written for them
   * @throws SQLException if a row is refused or the database fails; an unknown part of the rows is
   *     then written in the open transaction
   */
  List<RowChange> write(
      List<RowChange> rows,
      Map<RowKey.New, RowKey.Stored> ids,
      Instant now,
      TransactionProgress progress)
      throws SQLException {
    if (rows.isEmpty()) { // all of them wait for others
      return List.of();
    }
    List<RowChange> unmatched = new ArrayList<>();
    for (List<RowChange> group : groups(rows)) {
      Prepared target = prepare(group.getFirst());
      for (List<RowChange> slice : CommitPlan.slices(group, JDBC_BATCH)) {
        progress.throwIfCancelled();
        send(target, slice, ids, now, unmatched);
        progress.wrote(slice.size());
      }
    }
    return unmatched;
  }

  private List<List<RowChange>> groups(List<RowChange> rows) {
    Map<RowStatements.Key, List<RowChange>> groups = new LinkedHashMap<>();
    RowStatements.Key key = RowStatements.Key.of(rows.getFirst());
    int alike = 1;
    while (alike < rows.size() && key.fits(rows.get(alike))) {
      alike++;
    }
    if (alike == rows.size()) { // as in nearly every long commit
      return List.of(rows);
    }
    List<RowChange> group = new ArrayList<>(rows.subList(0, alike));
    groups.put(key, group);
    for (RowChange row : rows.subList(alike, rows.size())) {
      if (!key.fits(row)) {
        key = RowStatements.Key.of(row);
        group = groups.computeIfAbsent(key, k -> new ArrayList<>());
      }
      group.add(row);
    }
    return List.copyOf(groups.values());
  }

  private void send(
      Prepared target,
      List<RowChange> slice,
      Map<RowKey.New, RowKey.Stored> ids,
      Instant now,
      List<RowChange> unmatched)
      throws SQLException {
    PreparedStatement jdbc = target.jdbc;
    try {
      for (RowChange row : slice) {
        target.statement.bind(jdbc, row, ids, now);
        jdbc.addBatch();
      }
      int[] counts = jdbc.executeBatch();
      for (int i = 0; i < counts.length; i++) {
        switch (counts[i]) {
          case 1 -> {}
          case 0 -> unmatched.add(slice.get(i));
          default -> throw new SQLException("The driver counts " + counts[i] + " rows for one");
        }
      }
    } finally {
      jdbc.clearBatch(); // what a failed batch leaves behind
    }
  }

  private Prepared prepare(RowChange example) throws SQLException {
    RowStatements.Key key = RowStatements.Key.of(example);
    Prepared known = prepared.get(key);
    if (known != null) {
      return known;
    }
    if (prepared.size() >= KEPT_STATEMENTS) {
      close();
    }
    RowStatement statement = statements.statementFor(example);
    Prepared made = new Prepared(statement, connection.prepareStatement(statement.sql()));
    prepared.put(key, made);
    return made;
  }

  /** Gives the statements back; the connection stays open. */
  @Override
  public void close() throws SQLException {
    for (Prepared statement : prepared.values()) {
      statement.jdbc.close();
    }
    prepared.clear();
  }
}
