package app.pallet.rows;

import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Dialect;
import app.pallet.engine.FailureKind;
import app.pallet.engine.KeySql;
import app.pallet.engine.ValueCodec;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * Adds up columns over many rows inside the database, so that a million rows never come to Java.
 * One is made for each answer wanted, and can be stopped. Blocking, any thread.
 */
public final class RowTotals {

  /** Ids in one statement; between two of them it looks whether it was stopped. */
  private static final int PORTION = 20_000;

  /** Bits of a sum that come in its second part. */
  private static final int HALF = 32;

  private final Dialect dialect;
  private final DataSource readers;
  private final TableSchema schema;
  private final KeySql keys;
  private final QueryInterrupt interrupt = new QueryInterrupt();

  /** Totals over an open catalogue's product table. */
  public RowTotals(CatalogueDatabase database) {
    this.dialect = database.dialect();
    this.readers = database.readers();
    this.schema = database.schema();
    this.keys = database.keys();
  }

  /**
   * Totals over every row from one number to another; over all rows of a table without numbers.
   *
   * @param columns numeric ones
   * @param without handles of rows that don't count
   * @throws java.util.concurrent.CancellationException if it was stopped
   */
  public NumberTotals between(
      long first, long last, List<Column> columns, Collection<Long> without) {
    String range =
        keys.number().map(id -> "t.%s BETWEEN %d AND %d".formatted(id, first, last)).orElse("TRUE");
    String all = "%s AS t WHERE %s".formatted(table(), range);
    if (without.isEmpty()) {
      return query(all, columns, List.of(Optional.empty()));
    }
    String others = keys.parameter(without.stream().mapToLong(Long::longValue));
    return query(
        all + " AND NOT coalesce(" + keys.contains("?1") + ", FALSE)",
        columns,
        List.of(Optional.of(others)));
  }

  /**
   * Totals over the rows of these handles.
   *
   * @param columns numeric ones
   * @param rows in any order, each once
   * @throws java.util.concurrent.CancellationException if it was stopped
   */
  public NumberTotals of(LongStream rows, List<Column> columns) {
    return query(keys.rows(), columns, () -> new Portions(keys, rows));
  }

  /** Stops it at once. Any thread. */
  public void stop() {
    try {
      interrupt.cancel();
    } catch (SQLException e) {
      throw new RowReadException(dialect.failures().read(e), e);
    }
  }

  private NumberTotals query(
      String from, List<Column> columns, Iterable<Optional<String>> parameters) {
    if (columns.isEmpty()) {
      return NumberTotals.NONE;
    }
    NumberTotals totals = NumberTotals.NONE;
    List<Column> whole =
        columns.stream().filter(column -> dialect.codec(column).isInteger()).toList();
    List<Column> others = columns.stream().filter(column -> !whole.contains(column)).toList();
    try (Connection connection = readers.getConnection()) {
      for (Optional<String> parameter : parameters) {
        if (!whole.isEmpty()) {
          totals = totals.plus(add(connection, from, whole, parameter, 0));
        }
        if (!others.isEmpty()) {
          totals = totals.plus(addOneByOne(connection, from, others, parameter));
        }
      }
      return totals;
    } catch (SQLException e) {
      throw new RowReadException(dialect.failures().read(e), e);
    }
  }

  /** Adds up in one of the dialect's ways; in the next one if the numbers ask for it. */
  private NumberTotals add(
      Connection connection, String from, List<Column> columns, Optional<String> parameter, int way)
      throws SQLException {
    List<List<String>> ways =
        columns.stream().map(column -> dialect.sums("t." + dialect.quote(column.name()))).toList();
    String sql =
        ways.stream()
            .map(sums -> sums.get(way))
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + from));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (parameter.isPresent()) {
        statement.setString(1, parameter.get());
      }
      return interrupt.run(statement, () -> read(statement, columns));
    } catch (SQLException e) {
      boolean mayHelp =
          e instanceof SQLDataException || dialect.failures().read(e).kind() == FailureKind.DATA;
      if (!mayHelp || way + 1 == ways.getFirst().size()) {
        throw e;
      }
      return add(connection, from, columns, parameter, way + 1);
    }
  }

  /** Adds up numbers that the database would round as it adds them. */
  private NumberTotals addOneByOne(
      Connection connection, String from, List<Column> columns, Optional<String> parameter)
      throws SQLException {
    String sql =
        columns.stream()
            .map(column -> "t." + dialect.quote(column.name()))
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + from));
    List<ValueCodec> codecs = columns.stream().map(dialect::codec).toList();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (parameter.isPresent()) {
        statement.setString(1, parameter.get());
      }
      return interrupt.run(
          statement,
          () -> {
            NumberTotals totals = NumberTotals.NONE;
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                for (int i = 0; i < codecs.size(); i++) {
                  if (codecs.get(i).read(result, i + 1) instanceof BigDecimal number) {
                    totals = totals.plus(number);
                  }
                }
              }
            }
            return totals;
          });
    }
  }

  private NumberTotals read(PreparedStatement statement, List<Column> columns) throws SQLException {
    NumberTotals totals = NumberTotals.NONE;
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      int index = 1;
      for (Column column : columns) {
        long count = result.getLong(index);
        if (count > 0) {
          requireWhole(result.getObject(index + 2));
          BigInteger sum =
              BigInteger.valueOf(result.getLong(index + 1))
                  .shiftLeft(HALF)
                  .add(BigInteger.valueOf(result.getLong(index + 2)));
          totals =
              totals.plus(
                  new NumberTotals(
                      count,
                      new BigDecimal(sum, scale(column)),
                      BigDecimal.valueOf(result.getLong(index + 3), scale(column)),
                      BigDecimal.valueOf(result.getLong(index + 4), scale(column))));
        }
        index += 5;
      }
    }
    return totals;
  }

  /** A database may add up in floating point as soon as one cell is not a whole number. */
  private static void requireWhole(Object sum) throws SQLDataException {
    if (sum instanceof Double) {
      throw new SQLDataException("A cell holds no whole number");
    }
  }

  private int scale(Column column) {
    return dialect.codec(column).scale();
  }

  private String table() {
    return dialect.quote(schema.table());
  }

  /** Sets of rows, each sorted, so that neighbours are looked up one after the other. */
  private static final class Portions implements Iterator<Optional<String>> {

    private final KeySql keys;
    private final PrimitiveIterator.OfLong ids;

    Portions(KeySql keys, LongStream ids) {
      this.keys = keys;
      this.ids = ids.iterator();
    }

    @Override
    public boolean hasNext() {
      return ids.hasNext();
    }

    @Override
    public Optional<String> next() {
      long[] portion = new long[PORTION];
      int size = 0;
      while (size < PORTION && ids.hasNext()) {
        portion[size++] = ids.nextLong();
      }
      Arrays.sort(portion, 0, size);
      return Optional.of(keys.parameter(Arrays.stream(portion, 0, size)));
    }
  }
}
