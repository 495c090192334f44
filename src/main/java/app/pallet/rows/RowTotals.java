package app.pallet.rows;

import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.sqlite.CellStorage;
import app.pallet.engine.sqlite.DatabaseFailure;
import app.pallet.engine.sqlite.SqlName;
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

  /** Bits that a number is cut at where its sum doesn't fit 64, which SQLite refuses. */
  private static final int HALF = 32;

  private static final String WHOLE = "0, sum(%1$s)";

  private static final String HALVES = "sum(%1$s >> 32), sum(%1$s & 4294967295)";

  /** What counts of a cell in which another program may have stored no whole number. */
  private static final String ONLY_NUMBERS = "iif(typeof(%1$s) = 'integer', %1$s, NULL)";

  private final DataSource readers;
  private final TableSchema schema;
  private final QueryInterrupt interrupt = new QueryInterrupt();

  /** Totals over an open catalogue's product table. */
  public RowTotals(CatalogueDatabase database) {
    this.readers = database.readers();
    this.schema = database.schema();
  }

  /**
   * Totals over every row from one id to another.
   *
   * @param columns numeric ones
   * @param without ids that don't count
   * @throws java.util.concurrent.CancellationException if it was stopped
   */
  public NumberTotals between(
      long first, long last, List<Column> columns, Collection<Long> without) {
    String condition =
        "t.%s BETWEEN %d AND %d AND (?1 = '[]' OR t.%1$s NOT IN (SELECT value FROM json_each(?1)))"
            .formatted(SqlName.quote(schema.id().name()), first, last);
    return query(table() + " AS t WHERE " + condition, columns, List.of(json(without)));
  }

  /**
   * Totals over the rows of these ids.
   *
   * @param columns numeric ones
   * @param ids in any order, each once
   * @throws java.util.concurrent.CancellationException if it was stopped
   */
  public NumberTotals of(LongStream ids, List<Column> columns) {
    String from =
        "json_each(?) AS k CROSS JOIN %s AS t ON t.%s = k.value"
            .formatted(table(), SqlName.quote(schema.id().name()));
    return query(from, columns, () -> new Portions(ids));
  }

  /** Stops it at once. Any thread. */
  public void stop() {
    try {
      interrupt.cancel();
    } catch (SQLException e) {
      throw new RowReadException(DatabaseFailure.of(e), e);
    }
  }

  private NumberTotals query(String from, List<Column> columns, Iterable<String> parameters) {
    if (columns.isEmpty()) {
      return NumberTotals.NONE;
    }
    NumberTotals totals = NumberTotals.NONE;
    try (Connection connection = readers.getConnection();
        PreparedStatement quick = connection.prepareStatement(sql(from, columns, "%s", WHOLE));
        PreparedStatement wide =
            connection.prepareStatement(sql(from, columns, ONLY_NUMBERS, HALVES))) {
      for (String parameter : parameters) {
        totals = totals.plus(add(quick, wide, parameter, columns));
      }
      return totals;
    } catch (SQLException e) {
      throw new RowReadException(DatabaseFailure.of(e), e);
    }
  }

  private NumberTotals add(
      PreparedStatement quick, PreparedStatement wide, String parameter, List<Column> columns)
      throws SQLException {
    try {
      return add(quick, parameter, columns);
    } catch (SQLDataException e) { // not all are whole numbers
      return add(wide, parameter, columns);
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("integer overflow")) {
        throw e;
      }
      return add(wide, parameter, columns);
    }
  }

  private NumberTotals add(PreparedStatement statement, String parameter, List<Column> columns)
      throws SQLException {
    statement.setString(1, parameter);
    return interrupt.run(statement, () -> read(statement, columns));
  }

  private static String sql(String from, List<Column> columns, String cell, String sums) {
    return columns.stream()
        .map(column -> cell.formatted("t." + SqlName.quote(column.name())))
        .map(
            name -> "count(%1$s), %2$s, min(%1$s), max(%1$s)".formatted(name, sums.formatted(name)))
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + from));
  }

  private static NumberTotals read(PreparedStatement statement, List<Column> columns)
      throws SQLException {
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

  /** SQLite adds up in floating point as soon as one cell is no whole number. */
  private static void requireWhole(Object sum) throws SQLDataException {
    if (sum instanceof Double) {
      throw new SQLDataException("A cell holds no whole number");
    }
  }

  private static int scale(Column column) {
    return CellStorage.scale(column);
  }

  private String table() {
    return SqlName.quote(schema.table());
  }

  private static String json(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  /** Ids as JSON arrays, each sorted, so that neighbours are looked up one after the other. */
  private static final class Portions implements Iterator<String> {

    private final PrimitiveIterator.OfLong ids;

    Portions(LongStream ids) {
      this.ids = ids.iterator();
    }

    @Override
    public boolean hasNext() {
      return ids.hasNext();
    }

    @Override
    public String next() {
      long[] portion = new long[PORTION];
      int size = 0;
      while (size < PORTION && ids.hasNext()) {
        portion[size++] = ids.nextLong();
      }
      Arrays.sort(portion, 0, size);
      return Arrays.stream(portion, 0, size)
          .mapToObj(String::valueOf)
          .collect(Collectors.joining(",", "[", "]"));
    }
  }
}
