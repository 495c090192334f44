package app.pallet.rows;

import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.ValueCodec;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.RowSql;
import app.pallet.rows.query.WhereClause;
import app.pallet.schema.Column;
import app.pallet.work.Latest;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts the values of columns, as the database holds them. Belongs to the thread that calls it, in
 * the window the FX thread; counting runs elsewhere, one column after the other, and the newest
 * request wins: one that still runs is stopped, and its answers are dropped.
 */
public final class FacetSource implements AutoCloseable {

  private final CatalogueDatabase database;
  private final WorkRunner runner;
  private final Consumer<Throwable> failures;
  private final Deque<Column> wanted = new ArrayDeque<>();
  private QueryInterrupt interrupt = new QueryInterrupt();
  private final Latest latest = new Latest();

  /**
   * A source that counts nothing yet.
   *
   * @param runner where counting runs; not where rows are read, which would wait for it
   * @param failures hears why something could not be counted
   */
  public FacetSource(CatalogueDatabase database, WorkRunner runner, Consumer<Throwable> failures) {
    this.database = database;
    this.runner = runner;
    this.failures = failures;
  }

  /**
   * Counts the values of columns among the rows of a query, in place of what is being counted.
   *
   * @param query what is asked of the columns themselves is left out of its filter
   * @param limit values that are named at most
   * @param done gets each column's values on the owner's thread as soon as they are counted
   */
  public void count(Collection<Column> columns, RowQuery query, int limit, Consumer<Facet> done) {
    stop();
    wanted.addAll(columns);
    next(query, limit, done);
  }

  /** Stops counting; what is under way is dropped. */
  public void stop() {
    latest.drop();
    wanted.clear();
    try {
      interrupt.cancel();
    } catch (SQLException e) {
      throw new IllegalStateException("A query can't be stopped", e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private void next(RowQuery query, int limit, Consumer<Facet> done) {
    Column column = wanted.poll();
    if (column == null) {
      return;
    }
    QueryInterrupt own = new QueryInterrupt();
    interrupt = own;
    latest.start(
        runner,
        "Counting values",
        monitor -> count(database, column, query, limit, own),
        WorkListener.of(
            facet -> {
              done.accept(facet);
              next(query, limit, done);
            },
            failures));
  }

  /**
   * Counts the values of a column and waits for it. Any thread.
   *
   * @param query what is asked of the column itself is left out of its filter
   * @param limit values that are named at most
   */
  public static Facet count(CatalogueDatabase database, Column column, RowQuery query, int limit) {
    return count(database, column, query, limit, new QueryInterrupt());
  }

  private static Facet count(
      CatalogueDatabase database,
      Column column,
      RowQuery query,
      int limit,
      QueryInterrupt interrupt) {
    RowQuery others = query.filteredBy(query.filter().besides(column));
    RowSql rows = new RowSql(database);
    WhereClause where = rows.where(others);
    String sql = rows.selectFacet(column, where);
    try (Connection connection = database.readers().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(where.bind(statement), limit);
      return interrupt.run(
          statement, () -> read(column, database.dialect().codec(column), statement));
    } catch (SQLException e) {
      throw new RowReadException(database.dialect().failures().read(e), e);
    }
  }

  private static Facet read(Column column, ValueCodec codec, PreparedStatement statement)
      throws SQLException {
    List<FacetValue> values = new ArrayList<>();
    long distinct = 0;
    long rows = 0;
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        values.add(new FacetValue(codec.read(result, 1), result.getLong(2)));
        distinct = result.getLong(3);
        rows = result.getLong(4);
      }
    }
    return new Facet(column, values, distinct, rows);
  }
}
