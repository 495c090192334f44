package app.pallet.rows;

import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.NumberedHandles;
import app.pallet.engine.NumberedHandles.Gathering;
import app.pallet.engine.NumberedHandles.Known;
import app.pallet.rows.keys.IdRange;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.RowSql;
import app.pallet.rows.query.WhereClause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the handles of a query's rows, or of a stretch of them. Where keys are texts or of several
 * columns, the handles of all rows are gathered by their numbers while everything is read. As long
 * as nobody commits, other queries then read numbers only, which takes half the time. One thread.
 */
final class HandleReading implements AutoCloseable {

  private final CatalogueDatabase database;
  private final RowSql sql;
  private final RowQuery query;
  private final IdRange range;
  private final QueryInterrupt interrupt;
  private final Connection connection;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet result;
  private @Nullable Known known;
  private @Nullable Gathering gathering;

  /**
   * Before the first row.
   *
   * @param connection stays the caller's; it has read nothing in a transaction that still lasts
   */
  HandleReading(
      CatalogueDatabase database,
      RowSql sql,
      RowQuery query,
      IdRange range,
      QueryInterrupt interrupt,
      Connection connection) {
    this.database = database;
    this.sql = sql;
    this.query = query;
    this.range = range;
    this.interrupt = interrupt;
    this.connection = connection;
  }

  /** Something that reads rows. */
  interface Rows<T> {
    T read() throws SQLException;
  }

  /**
   * Reads some rows, which another thread may interrupt.
   *
   * @throws java.util.concurrent.CancellationException if it was interrupted
   */
  <T> T run(Rows<T> rows) throws SQLException {
    if (result == null) {
      open();
    }
    PreparedStatement running = statement;
    if (running == null) {
      throw new IllegalStateException("Nothing is being read");
    }
    return interrupt.run(running, rows::read);
  }

  /** Goes to the next row; false if there is none. */
  boolean next() throws SQLException {
    boolean isThere = result != null && result.next();
    if (!isThere && gathering != null) {
      gathering.end();
      gathering = null;
    }
    return isThere;
  }

  /** The handle of the row. */
  long handle() throws SQLException {
    ResultSet row = result;
    if (row == null) {
      throw new IllegalStateException("Nothing is being read");
    }
    if (known != null) {
      return known.handle(row.getLong(1));
    }
    long handle = sql.keys().handle(row, 1);
    if (gathering != null) {
      gathering.add(row.getLong(1), handle);
    }
    return handle;
  }

  private void open() throws SQLException {
    Optional<NumberedHandles> numbered = sql.keys().numbered();
    if (numbered.isEmpty()) {
      execute(false);
    } else {
      open(numbered.get(), database.changeMark());
    }
  }

  /** What is read is as it was at the mark if that is still the same behind the first row. */
  private void open(NumberedHandles numbered, long mark) throws SQLException {
    boolean takesAll = !query.isSearching() && range.equals(IdRange.ALL);
    if (takesAll && query.sort().isPresent() && numbered.at(mark).isEmpty()) {
      gather(); // reading the keys of a sorted query would take as long
    }
    known = numbered.at(mark).orElse(null);
    if (known != null) {
      execute(true);
      if (database.changeMark() == mark) {
        return;
      }
      known = null;
      close();
    }
    execute(false);
    if (takesAll && query.sort().isEmpty() && database.changeMark() == mark) {
      gathering = numbered.new Gathering(mark);
    }
  }

  private void gather() throws SQLException {
    try (HandleReading all =
        new HandleReading(database, sql, RowQuery.ALL, range, interrupt, connection)) {
      all.run(() -> {
        while (all.next()) {
          all.handle();
        }
        return true;
      });
    }
  }

  private void execute(boolean numbersOnly) throws SQLException {
    WhereClause where = sql.where(query, range);
    PreparedStatement prepared =
        connection.prepareStatement(
            numbersOnly ? sql.selectRowNumbers(query, where) : sql.selectKeys(query, where));
    statement = prepared;
    where.bind(prepared);
    result = interrupt.run(prepared, prepared::executeQuery);
  }

  @Override
  public void close() throws SQLException {
    if (statement != null) {
      statement.close();
      statement = null;
      result = null;
    }
  }
}
