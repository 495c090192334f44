package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes keys for rows to be added out of {@code pallet_id_block}, as many as are needed in one
 * statement, so that the rows know their keys before they are written (decision 0041).
 */
final class IdBlock {

  private final String sql;
  private final String table;

  IdBlock(TableSchema schema) {
    table = schema.table();
    // a program that adds rows without asking for ids must not make ours collide
    sql =
        "UPDATE pallet_id_block SET next_id = MAX(next_id, (SELECT COALESCE(MAX(%s), 0) + 1 FROM %s)) + ?"
                .formatted(SqlName.quote(schema.id().name()), SqlName.quote(table))
            + " WHERE table_name = ? RETURNING next_id - ?";
  }

  /**
   * Takes a key for each row that is to be added, in their order. If it is the first statement of a
   * transaction, it takes SQLite's write lock at once, and a rollback gives the keys back.
   */
  Map<RowKey.New, RowKey.Stored> assign(Connection connection, List<RowChange> rows)
      throws SQLException {
    int adds = 0;
    for (RowChange row : rows) {
      adds += row instanceof RowChange.Add ? 1 : 0;
    }
    if (adds == 0) {
      return Map.of();
    }
    Map<RowKey.New, RowKey.Stored> ids = HashMap.newHashMap(adds);
    long next = reserve(connection, adds);
    for (RowChange row : rows) {
      if (row instanceof RowChange.Add add) {
        ids.put(add.key(), new RowKey.Id(next++));
      }
    }
    return ids;
  }

  /** Takes consecutive keys and returns the first. */
  long reserve(Connection connection, int count) throws SQLException {
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
