package app.pallet.engine.sqlite;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.engine.NewKeys;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Keys out of {@code pallet_id_block}, in one statement. If it is the first one of a transaction,
 * it takes SQLite's write lock at once.
 */
final class IdBlock implements NewKeys {

  private final String sql;
  private final TableSchema schema;

  IdBlock(TableSchema schema) {
    this.schema = schema;
    // A program that adds rows without asking for ids must not make ours collide.
    sql =
        "UPDATE pallet_id_block SET next_id = MAX(next_id, ? + 1, (SELECT COALESCE(MAX(%s), 0) + 1 FROM %s)) + ?"
                .formatted(SqlName.quote(schema.id().name()), SqlName.quote(schema.table()))
            + " WHERE table_name = ? RETURNING next_id - ?";
  }

  @Override
  public Optional<RowKey.Stored> typed(RowChange.Add add) {
    return NumberKeys.typed(schema, add);
  }

  /** What is taken ahead may meet a number that somebody types. */
  @Override
  public boolean lastBeyondTheTransaction() {
    return schema.typedId().isEmpty();
  }

  @Override
  public long reserve(Connection connection, int count, long above) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, above);
      update.setLong(2, count);
      update.setString(3, schema.table());
      update.setLong(4, count);
      try (ResultSet first = update.executeQuery()) {
        if (!first.next()) {
          throw new SQLException("No ids are kept for table " + schema.table());
        }
        return first.getLong(1);
      }
    }
  }
}
