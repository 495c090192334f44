package app.pallet.engine.sqlite;

import app.pallet.engine.NewKeys;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Keys out of {@code pallet_id_block}, in one statement. If it is the first one of a transaction,
 * it takes SQLite's write lock at once.
 */
final class IdBlock implements NewKeys {

  private final String sql;
  private final String table;

  IdBlock(TableSchema schema) {
    table = schema.table();
    // A program that adds rows without asking for ids must not make ours collide.
    sql =
        "UPDATE pallet_id_block SET next_id = MAX(next_id, (SELECT COALESCE(MAX(%s), 0) + 1 FROM %s)) + ?"
                .formatted(SqlName.quote(schema.id().name()), SqlName.quote(table))
            + " WHERE table_name = ? RETURNING next_id - ?";
  }

  @Override
  public long reserve(Connection connection, int count) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, count);
      update.setString(2, table);
      update.setLong(3, count);
      try (ResultSet first = update.executeQuery()) {
        if (!first.next()) {
          throw new SQLException("No ids are kept for table " + table);
        }
        return first.getLong(1);
      }
    }
  }
}
