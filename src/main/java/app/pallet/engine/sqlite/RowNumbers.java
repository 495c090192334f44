package app.pallet.engine.sqlite;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.engine.NewKeys;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Keys that SQLite itself would give to the next rows of a table: above all that are there, and
 * above all that ever were if the table is declared so. They are the caller's only until the
 * transaction ends, in which the rows must be added.
 */
final class RowNumbers implements NewKeys {

  private final TableSchema schema;

  RowNumbers(TableSchema schema) {
    this.schema = schema;
  }

  @Override
  public Optional<RowKey.Stored> typed(RowChange.Add add) {
    return NumberKeys.typed(schema, add);
  }

  @Override
  public boolean lastBeyondTheTransaction() {
    return false;
  }

  @Override
  public long reserve(Connection connection, int count, long above) throws SQLException {
    String table = SqlName.quote(schema.table());
    long last =
        Math.max(
            above,
            number(
                connection, "SELECT max(" + SqlName.quote(schema.id().name()) + ") FROM " + table));
    if (number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_sequence'")
        > 0) {
      String name = SqlName.literal(schema.table());
      last =
          Math.max(
              last,
              number(connection, "SELECT max(seq) FROM sqlite_sequence WHERE name = " + name));
    }
    if (last > Long.MAX_VALUE - count) {
      throw new SQLException("The table " + schema.table() + " has no number for another row");
    }
    return Math.max(last, 0) + 1;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.getLong(1);
    }
  }
}
