package app.pallet.benchmark;

import app.pallet.change.RowChange;
import app.pallet.change.RowStamp;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.SqliteCodec;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The yardstick: what someone would write by hand for exactly this work. One statement, {@code
 * executeBatch} of 1,000, one transaction, a connection of its own with the same settings, and rows
 * that are arrays of finished values. It checks versions but hands out no ids and reports nothing.
 */
final class PlainJdbc {

  private static final int BATCH = 1_000;

  private final String sql;
  private final List<@Nullable Object[]> rows;

  private PlainJdbc(String sql, List<@Nullable Object[]> rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** Prepares the same work as these changes, which are of one kind and of the same columns. */
  static PlainJdbc of(TableSchema schema, List<RowChange> changes) {
    return new PlainJdbc(
        sql(schema, changes.getFirst()),
        changes.stream().map(change -> parameters(schema, change)).toList());
  }

  /**
   * Writes the rows into a catalogue that nobody has open.
   *
   * @return nanoseconds from the prepared rows to the end of the commit
   */
  long run(Path file, ConnectionSettings settings) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.valueOf(settings.journalMode().name()));
    config.setSynchronous(SQLiteConfig.SynchronousMode.valueOf(settings.synchronous().name()));
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file)) {
      long began = System.nanoTime();
      write(connection);
      return System.nanoTime() - began;
    }
  }

  private void write(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int open = 0;
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          bind(statement, i + 1, row[i]);
        }
        statement.addBatch();
        if (++open == BATCH) {
          check(statement.executeBatch());
          open = 0;
        }
      }
      check(statement.executeBatch());
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case Long number -> statement.setLong(index, number);
      case String text -> statement.setString(index, text);
      case null, default -> statement.setObject(index, value);
    }
  }

  private static void check(int[] counts) throws SQLException {
    for (int count : counts) {
      if (count != 1) {
        throw new SQLException("A row of the benchmark matched " + count + " rows");
      }
    }
  }

  private static String sql(TableSchema schema, RowChange example) {
    String table = SqlName.quote(schema.table());
    String id = SqlName.quote(schema.id().name());
    String version = SqlName.quote(schema.of(ColumnRole.VERSION).orElseThrow().name());
    return switch (example) {
      case RowChange.Add add ->
          "INSERT INTO %s VALUES (%s)"
              .formatted(
                  table, String.join(", ", Collections.nCopies(schema.columns().size(), "?")));
      case RowChange.Edit edit ->
          Stream.concat(edit.after().columns().asList().stream(), updated(schema))
              .map(column -> SqlName.quote(column.name()) + " = ?")
              .collect(
                  Collectors.joining(
                      ", ",
                      "UPDATE " + table + " SET ",
                      ", %1$s = ? WHERE %2$s = ? AND %1$s = ?".formatted(version, id)));
      case RowChange.Delete delete ->
          "DELETE FROM %s WHERE %s = ? AND %s = ?".formatted(table, id, version);
    };
  }

  private static @Nullable Object[] parameters(TableSchema schema, RowChange change) {
    List<@Nullable Object> values = new ArrayList<>();
    long now = Instant.now().toEpochMilli();
    switch (change) {
      case RowChange.Add add -> {
        for (Column column : schema.columns()) {
          values.add(
              switch (column.role()) {
                case DATA -> new SqliteCodec(column).toStored(add.after().get(column));
                case ID -> add.key().number();
                case VERSION -> 0L;
                case CREATED, UPDATED -> now;
              });
        }
      }
      case RowChange.Edit edit -> {
        for (Column column : edit.after().columns().asList()) {
          values.add(new SqliteCodec(column).toStored(edit.after().get(column)));
        }
        updated(schema).forEach(column -> values.add(now));
        long version = version(edit.stamp());
        Collections.addAll(values, version + 1, edit.key().id(), version);
      }
      case RowChange.Delete delete ->
          Collections.addAll(values, delete.key().id(), version(delete.stamp()));
    }
    return values.toArray();
  }

  private static long version(RowStamp stamp) {
    return ((RowStamp.Counted) stamp).version(); // as every row of these catalogues has one
  }

  private static Stream<Column> updated(TableSchema schema) {
    return schema.of(ColumnRole.UPDATED).stream();
  }
}
