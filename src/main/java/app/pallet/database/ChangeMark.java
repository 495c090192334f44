package app.pallet.database;

import app.pallet.engine.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether anybody has committed anything, by one connection that it keeps. Marks of different
 * connections can't be compared. Any thread.
 */
final class ChangeMark implements AutoCloseable {

  private final DataSource readers;
  private final Dialect dialect;
  private @Nullable Connection connection;

  ChangeMark(DataSource readers, Dialect dialect) {
    this.readers = readers;
    this.dialect = dialect;
  }

  /** The mark of what is committed now. */
  synchronized long read() throws SQLException {
    Connection asking = connection;
    if (asking == null) {
      asking = readers.getConnection();
      connection = asking;
    }
    return dialect.changeMark(asking);
  }

  /** Gives its connection back; it can still be asked. */
  @Override
  public synchronized void close() throws SQLException {
    try (Connection held = connection) {
      connection = null;
    }
  }
}
