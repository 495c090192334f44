package app.pallet.rows;

import app.pallet.change.Row;
import app.pallet.engine.sqlite.CellStorage;
import app.pallet.rows.query.RowSql;
import app.pallet.schema.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A prepared statement that reads many rows at once by the values of one column. Fewer keys than it
 * has room for are filled up with the last one, so one statement serves the last portion too.
 */
final class KeyedSelect implements AutoCloseable {

  private final RowSql sql;
  private final Column key;
  private final int capacity;
  private final PreparedStatement statement;

  KeyedSelect(Connection connection, RowSql sql, Column key, int capacity) throws SQLException {
    this.sql = sql;
    this.key = key;
    this.capacity = capacity;
    this.statement = connection.prepareStatement(sql.selectByKeys(key, capacity));
  }

  /** Reads the rows that have one of these keys, in any order, any number of keys at a time. */
  void read(List<?> keys, Consumer<Row> consumer) throws SQLException {
    for (int from = 0; from < keys.size(); from += capacity) {
      readPortion(keys.subList(from, Math.min(keys.size(), from + capacity)), consumer);
    }
  }

  private void readPortion(List<?> keys, Consumer<Row> consumer) throws SQLException {
    for (int i = 0; i < capacity; i++) {
      CellStorage.bind(statement, i + 1, key, keys.get(Math.min(i, keys.size() - 1)));
    }
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        consumer.accept(sql.read(result));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
