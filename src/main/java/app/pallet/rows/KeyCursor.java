package app.pallet.rows;

import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.keys.IdCursor;
import app.pallet.rows.keys.IdRange;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.RowSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * The ids of a query's rows, or of a stretch of them, read on a connection of their own, now some
 * and then some more. One thread at a time.
 */
public final class KeyCursor implements IdCursor {

  /** Rows after which it looks whether it is enough. */
  private static final int STRIDE = 256;

  private final Connection connection;
  private final HandleReading rows;

  /** A cursor before the first row; takes a connection. */
  KeyCursor(
      CatalogueDatabase database,
      RowSql sql,
      RowQuery query,
      IdRange range,
      QueryInterrupt interrupt)
      throws SQLException {
    this.connection = database.readers().getConnection();
    this.rows = new HandleReading(database, sql, query, range, interrupt, connection);
  }

  @Override
  public boolean read(KeySnapshot.Builder keys, BooleanSupplier enough) throws SQLException {
    return rows.run(() -> {
      int read = 0;
      while (rows.next()) {
        keys.add(rows.handle());
        if (++read % STRIDE == 0 && enough.getAsBoolean()) {
          return true;
        }
      }
      return false;
    });
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      rows.close();
    }
  }
}
