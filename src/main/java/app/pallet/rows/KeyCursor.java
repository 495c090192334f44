package app.pallet.rows;

import app.pallet.rows.keys.IdCursor;
import app.pallet.rows.keys.IdRange;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.RowSql;
import app.pallet.rows.query.WhereClause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a query's rows, or of a stretch of them, read on a connection of their own, now some
 * and then some more. One thread at a time.
 */
public final class KeyCursor implements IdCursor {

  /** Rows after which it looks whether it is enough. */
  private static final int STRIDE = 256;

  private final RowSql sql;
  private final RowQuery query;
  private final IdRange range;
  private final QueryInterrupt interrupt;
  private final Connection connection;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet result;

  /** A cursor before the first row; takes a connection. */
  KeyCursor(DataSource readers, RowSql sql, RowQuery query, IdRange range, QueryInterrupt interrupt)
      throws SQLException {
    this.sql = sql;
    this.query = query;
    this.range = range;
    this.interrupt = interrupt;
    this.connection = readers.getConnection();
  }

  @Override
  public boolean read(KeySnapshot.Builder keys, BooleanSupplier enough) throws SQLException {
    PreparedStatement running = statement;
    if (running == null) {
      WhereClause where = sql.where(query, range);
      running = connection.prepareStatement(sql.selectKeys(query, where));
      statement = running;
      where.bind(running);
    }
    PreparedStatement started = running;
    return interrupt.run(started, () -> read(started, keys, enough));
  }

  private boolean read(PreparedStatement started, KeySnapshot.Builder keys, BooleanSupplier enough)
      throws SQLException {
    ResultSet rows = result;
    if (rows == null) {
      rows = started.executeQuery();
      result = rows;
    }
    int read = 0;
    while (rows.next()) {
      keys.add(sql.keys().handle(rows, 1));
      if (++read % STRIDE == 0 && enough.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      if (statement != null) {
        statement.close();
      }
    }
  }
}
