package app.pallet.rows;

import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Collation;
import app.pallet.engine.Dialect;
import app.pallet.engine.RowHandles;
import app.pallet.engine.RowsByKey;
import app.pallet.rows.keys.IdRange;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.RowSql;
import app.pallet.rows.search.SearchTexts;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows and waits for them: for imports, exports and other work in the background, and behind
 * {@link RowSource}. Every method takes a connection of its own, so any thread may call it.
 * Failures of the database come as {@link RowReadException}.
 */
public final class RowReader {

  /** Keys in one statement: beyond a few hundred it makes no difference. */
  private static final int PORTION = 1_000;

  private final CatalogueDatabase database;
  private final DataSource readers;
  private final Dialect dialect;
  private final RowSql sql;

  /** A reader of an open catalogue's product table. */
  public RowReader(CatalogueDatabase database) {
    this.database = database;
    this.readers = database.readers();
    this.dialect = database.dialect();
    this.sql = new RowSql(database);
  }

  /** The catalogue's file. */
  public Path catalogue() {
    return database.file();
  }

  /** The product table. */
  public TableSchema schema() {
    return sql.schema();
  }

  /** The key that a row to be added will have by what it says; empty if it does not say it. */
  public Optional<RowKey.Stored> keyOf(RowChange.Add add) {
    return sql.keys().keyOf(add);
  }

  /** How the rows' handles and keys belong together. */
  public RowHandles handles() {
    return sql.keys().handles();
  }

  /** Number of all rows. */
  public int count() {
    return reading(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql.count())) {
        return result.getInt(1);
      }
    });
  }

  /** The handles of a query's rows in its order. */
  public KeySnapshot keys(RowQuery query) {
    return reading(connection -> keys(connection, query));
  }

  /**
   * The handles of a query's rows in its order, on as many processors as the window uses for it.
   *
   * @param texts in which a search looks if they are up to date
   */
  public KeySnapshot keys(RowQuery query, Optional<SearchTexts> texts) {
    try (KeyScan scan = scan(query, texts, PendingJudge.NONE)) {
      return scan.advance(KeyScan.Extent.ALL).keys();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** A scan of a query's rows that has not begun. */
  public KeyScan scan(RowQuery query, Optional<SearchTexts> texts, PendingJudge pending) {
    return new KeyScan(database, sql, query, texts, pending);
  }

  /** The rows of these handles in the same order, without those that are not there. */
  public List<Row> read(long... handles) {
    return Arrays.stream(find(handles)).flatMap(Stream::ofNullable).toList();
  }

  private @Nullable Row[] find(long... handles) {
    return reading(connection -> rows(connection).find(handles));
  }

  /**
   * Some pages of rows by their numbers, in the order asked for; a row that is not there is null.
   *
   * @param numbers of the pages; one behind the last row is left out
   */
  Map<Integer, @Nullable Row[]> pages(KeySnapshot keys, List<Integer> numbers) {
    Map<Integer, @Nullable Row[]> pages = new LinkedHashMap<>();
    for (int number : numbers) {
      int from = number * RowPages.ROWS;
      int to = Math.min(keys.size(), from + RowPages.ROWS);
      if (from < to) {
        pages.put(number, find(keys.ids(from, to)));
      }
    }
    return pages;
  }

  /** The rows that are there of these keys; none is of a row yet to be added. */
  public Map<RowKey, Row> byKey(Collection<? extends RowKey> keys) {
    List<RowKey.Stored> stored =
        keys.stream()
            .filter(RowKey.Stored.class::isInstance)
            .map(RowKey.Stored.class::cast)
            .toList();
    Map<RowKey, Row> rows = HashMap.newHashMap(stored.size());
    if (!stored.isEmpty()) {
      for (Row row : reading(connection -> rows(connection).find(stored))) {
        if (row != null) {
          rows.put(row.key(), row);
        }
      }
    }
    return rows;
  }

  /**
   * The rows of these keys, found by a few statements however many there are.
   *
   * @param wanted the columns that the rows shall hold; what the table does not have is left out
   * @return rows at the places of their keys
   */
  public FoundRows findKeys(List<? extends RowKey.Stored> keys, Collection<Column> wanted) {
    Set<Column> read = new LinkedHashSet<>(wanted);
    read.retainAll(schema().columns());
    return keys.isEmpty()
        ? FoundRows.NONE
        : reading(
            connection -> new FoundRows(database.rows(connection, read).find(keys), new BitSet(0)));
  }

  /**
   * The rows that have these values in a column, found by a few statements however many there are.
   *
   * @param key the column to look in; quick if it is unique; otherwise every row is looked at
   * @param values of the column's type; null finds nothing
   * @param wanted the columns that the rows shall hold besides the key; what the table does not
   *     have is left out
   * @return rows at the places of their values
   */
  public FoundRows findValues(Column key, List<?> values, Collection<Column> wanted) {
    return findSaid(key, values.stream().map(value -> RowValues.of(key, value)).toList(), wanted);
  }

  /**
   * The same for values of a unique column that one of its keys takes as equal.
   *
   * @param collation one of {@link #collations}
   */
  public FoundRows findValues(Column key, List<?> values, Collation collation) {
    List<RowValues> said = values.stream().map(value -> RowValues.of(key, value)).toList();
    return reading(connection -> dialect.lookup(connection, schema(), key, collation).find(said));
  }

  /** The ways in which the unique keys over a column alone compare it; at least one. */
  public List<Collation> collations(Column column) {
    return reading(connection -> dialect.collations(connection, schema(), column));
  }

  /**
   * The rows that have the keys of other rows, such as those of a file. What a row has in common
   * with the one that was asked for is the same object, so that comparing them is quick.
   *
   * @param said rows; one that has no value in that column finds nothing
   * @param wanted the columns that the rows shall hold besides the key; what the table does not
   *     have is left out
   * @return rows at the places of those that were asked for
   */
  public FoundRows findSaid(Column key, List<RowValues> said, Collection<Column> wanted) {
    Set<Column> read = new LinkedHashSet<>(wanted);
    read.retainAll(schema().columns());
    return reading(connection -> dialect.lookup(connection, schema(), key, read).find(said));
  }

  /** Whether there are no rows. */
  public boolean isEmpty() {
    return reading(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql.selectAny())) {
        return !result.next();
      }
    });
  }

  /**
   * How long the values of a column are that are digits and begin with a zero: the lengths that
   * numbers may have had which lost their zeros in a spreadsheet. Quick if the column is unique;
   * for another one nothing is looked for.
   */
  public Set<Integer> zeroedLengths(Column text) {
    if (!text.rules().unique() || !schema().columns().contains(text)) {
      return Set.of();
    }
    return reading(connection -> {
      Set<Integer> lengths = new HashSet<>();
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql.selectZeroedLengths(text))) {
        while (result.next()) {
          lengths.add(result.getInt(1));
        }
      }
      return lengths;
    });
  }

  /**
   * Hands over the rows of a query one by one in its order, all as they were at the same moment.
   *
   * @param consumer whatever it throws ends the reading and comes out of this method
   */
  public void forEach(RowQuery query, Consumer<Row> consumer) {
    forEach(connection -> keys(connection, query), consumer);
  }

  /**
   * Hands over the rows of these keys one by one in their order, all as they were at the same
   * moment, without those that are not there.
   *
   * @param consumer whatever it throws ends the reading and comes out of this method
   */
  public void forEach(KeySnapshot keys, Consumer<Row> consumer) {
    forEach(connection -> keys, consumer);
  }

  private void forEach(Reading<KeySnapshot> wanted, Consumer<Row> consumer) {
    reading(connection -> {
      connection.setAutoCommit(false); // one transaction sees one state
      try {
        KeySnapshot keys = wanted.read(connection);
        RowsByKey rows = rows(connection);
        for (int from = 0; from < keys.size(); from += PORTION) {
          int to = Math.min(keys.size(), from + PORTION);
          for (Row row : rows.find(keys.ids(from, to))) {
            if (row != null) {
              consumer.accept(row);
            }
          }
        }
        return keys.size();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    });
  }

  private RowsByKey rows(Connection connection) {
    return database.rows(connection, schema().columns());
  }

  private KeySnapshot keys(Connection connection, RowQuery query) throws SQLException {
    try (HandleReading rows =
        new HandleReading(database, sql, query, IdRange.ALL, new QueryInterrupt(), connection)) {
      return rows.run(() -> {
        KeySnapshot.Builder keys = new KeySnapshot.Builder();
        while (rows.next()) {
          keys.add(rows.handle());
        }
        return keys.build();
      });
    }
  }

  /** What to throw where reading failed. */
  RowReadException failed(SQLException failure) {
    return new RowReadException(dialect.failures().read(failure), failure);
  }

  private interface Reading<T> {
    T read(Connection connection) throws SQLException;
  }

  private <T> T reading(Reading<T> reading) {
    try (Connection connection = readers.getConnection()) {
      return reading.read(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
