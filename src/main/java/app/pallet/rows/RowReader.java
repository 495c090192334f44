package app.pallet.rows;

import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.CellStorage;
import app.pallet.database.DatabaseFailure;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

  private final DataSource readers;
  private final RowSql sql;
  private final Path catalogue;

  /** A reader of an open catalogue's product table. */
  public RowReader(CatalogueDatabase database) {
    this.readers = database.readers();
    this.sql = new RowSql(database.schema());
    this.catalogue = database.file();
  }

  /** The catalogue's file. */
  public Path catalogue() {
    return catalogue;
  }

  /** The product table. */
  public TableSchema schema() {
    return sql.schema();
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

  /** The ids of a query's rows in its order. */
  public KeySnapshot keys(RowQuery query) {
    return reading(connection -> keys(connection, query));
  }

  /**
   * The ids of a query's rows in its order, on as many processors as the window uses for it.
   *
   * @param texts in which a search looks if they are up to date
   */
  public KeySnapshot keys(RowQuery query, Optional<SearchTexts> texts) {
    try (KeyScan scan = scan(query, texts, PendingJudge.NONE)) {
      return scan.advance(KeyScan.Extent.ALL).keys();
    } catch (SQLException e) {
      throw new RowReadException(DatabaseFailure.of(e), e);
    }
  }

  /** A scan through a query's rows that is yet to begin. */
  KeyScan scan(RowQuery query, Optional<SearchTexts> texts, PendingJudge pending) {
    return new KeyScan(readers, sql, query, texts, pending);
  }

  /** The rows of these ids in the same order, without those that are not there. */
  public List<Row> read(long... ids) {
    return reading(connection -> {
      try (KeyedSelect select = select(connection, Math.min(PORTION, ids.length))) {
        return inOrder(select, ids);
      }
    });
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
        pages.put(number, page(keys.ids(from, to)));
      }
    }
    return pages;
  }

  private @Nullable Row[] page(long[] ids) {
    Map<Long, Row> byId = HashMap.newHashMap(ids.length);
    read(ids).forEach(row -> byId.put(row.id(), row));
    @Nullable Row[] rows = new @Nullable Row[ids.length];
    for (int i = 0; i < ids.length; i++) {
      rows[i] = byId.get(ids[i]);
    }
    return rows;
  }

  /** The rows that are there of these keys; none is of a row yet to be added. */
  public Map<RowKey, Row> byKey(Collection<? extends RowKey> keys) {
    long[] ids =
        keys.stream()
            .filter(RowKey.Stored.class::isInstance)
            .mapToLong(key -> ((RowKey.Stored) key).id())
            .toArray();
    Map<RowKey, Row> rows = HashMap.newHashMap(ids.length);
    if (ids.length > 0) {
      read(ids).forEach(row -> rows.put(row.key(), row));
    }
    return rows;
  }

  /**
   * The rows that have these values in a column, found by a few statements however many there are.
   *
   * @param key the column to look in; quick if it is unique, else every row is looked at
   * @param values of the column's type; null finds nothing
   * @param wanted the columns that the rows shall hold besides the key; what the table does not
   *     have is left out
   * @return rows at the places of their values
   */
  public FoundRows findValues(Column key, List<?> values, Collection<Column> wanted) {
    return findSaid(key, values.stream().map(value -> RowValues.of(key, value)).toList(), wanted);
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
    return reading(connection -> new KeyedLookup(connection, schema(), key, read).find(said));
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
   * The ids of the rows that have one of these values in a unique column, by the value's stored
   * form, found by a few statements however many there are.
   *
   * @param stored values in their stored form, each once
   */
  public Map<Object, Long> owners(Column unique, List<Object> stored) {
    Map<Object, Long> owners = HashMap.newHashMap(stored.size());
    int portion = Math.min(PORTION, stored.size());
    return reading(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(sql.selectOwners(unique, portion))) {
        for (int from = 0; from < stored.size(); from += portion) {
          for (int i = 0; i < portion; i++) {
            statement.setObject(i + 1, stored.get(Math.min(from + i, stored.size() - 1)));
          }
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              Object value = CellStorage.toStored(unique, CellStorage.read(result, 2, unique));
              owners.put(Objects.requireNonNull(value), result.getLong(1));
            }
          }
        }
        return owners;
      }
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
      try (KeyedSelect select = select(connection, PORTION)) {
        KeySnapshot keys = wanted.read(connection);
        for (int from = 0; from < keys.size(); from += PORTION) {
          int to = Math.min(keys.size(), from + PORTION);
          inOrder(select, keys.ids(from, to)).forEach(consumer);
        }
        return keys.size();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    });
  }

  private KeyedSelect select(Connection connection, int portion) throws SQLException {
    return new KeyedSelect(connection, sql, sql.schema().id(), portion);
  }

  private static List<Row> inOrder(KeyedSelect select, long[] ids) throws SQLException {
    Map<Long, Row> byId = HashMap.newHashMap(ids.length);
    select.read(Arrays.stream(ids).boxed().toList(), row -> byId.put(row.id(), row));
    return Arrays.stream(ids).boxed().filter(byId::containsKey).map(byId::get).toList();
  }

  private KeySnapshot keys(Connection connection, RowQuery query) throws SQLException {
    WhereClause where = sql.where(query);
    try (PreparedStatement statement = connection.prepareStatement(sql.selectIds(query, where))) {
      where.bind(statement);
      KeySnapshot.Builder keys = new KeySnapshot.Builder();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          keys.add(result.getLong(1));
        }
      }
      return keys.build();
    }
  }

  private interface Reading<T> {
    T read(Connection connection) throws SQLException;
  }

  private <T> T reading(Reading<T> reading) {
    try (Connection connection = readers.getConnection()) {
      return reading.read(connection);
    } catch (SQLException e) {
      throw new RowReadException(DatabaseFailure.of(e), e);
    }
  }
}
