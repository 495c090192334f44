package app.pallet.database;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a column is stored: everything is either a {@link Long} or a {@link String}, so
 * that no database rounds money or cuts time. Decimals are whole numbers scaled by the column's
 * scale, moments are milliseconds since 1970, days are ISO texts, yes and no are 1 and 0.
 * Hibernate's map entities hold the stored form too. Stateless, for any thread.
 */
public final class CellStorage {

  private CellStorage() {}

  /** Whether the stored form is a {@link Long}; else it is a {@link String}. */
  public static boolean isInteger(Column column) {
    return switch (column.type()) {
      case WHOLE_NUMBER, DECIMAL, MONEY, YES_NO, TIMESTAMP -> true;
      case TEXT, CHOICE, DATE -> false;
    };
  }

  /**
   * The stored form of a value.
   *
   * @param value of the column type's class, or null for an empty cell
   * @throws ArithmeticException for a decimal number with more digits than the column has, which
   *     {@link app.pallet.schema.CellRules} refuses before
   */
  public static @Nullable Object toStored(Column column, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> scaled(column, number);
      case Boolean yes -> yes ? 1L : 0L;
      case Instant moment -> moment.toEpochMilli();
      case LocalDate day -> day.toString();
      default -> value;
    };
  }

  /**
   * The value of a stored form.
   *
   * @param stored a {@link Long} or {@link String}, or null for an empty cell
   * @throws SQLDataException if the column can't have stored it, so another program did
   */
  public static @Nullable Object fromStored(Column column, @Nullable Object stored)
      throws SQLDataException {
    return switch (stored) {
      case null -> null;
      case Long number -> fromInteger(column, number);
      case String text when column.type() == ColumnType.DATE -> day(column, text);
      case String text -> text;
      default -> throw new SQLDataException(column + " holds a " + stored.getClass());
    };
  }

  /**
   * Binds a value in its stored form.
   *
   * @param index of the parameter, from 1
   */
  public static void bind(
      PreparedStatement statement, int index, Column column, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, isInteger(column) ? Types.BIGINT : Types.VARCHAR);
      case String text -> statement.setString(index, text);
      case Long number -> statement.setLong(index, number);
      case BigDecimal number -> statement.setLong(index, scaled(column, number));
      case Boolean yes -> statement.setLong(index, yes ? 1 : 0);
      case Instant moment -> statement.setLong(index, moment.toEpochMilli());
      case LocalDate day -> statement.setString(index, day.toString());
      default -> throw new IllegalArgumentException(column + " can't hold a " + value.getClass());
    }
  }

  /**
   * Reads a value.
   *
   * @param index of the result's column, from 1
   */
  public static @Nullable Object read(ResultSet result, int index, Column column)
      throws SQLException {
    if (!isInteger(column)) {
      return fromStored(column, result.getString(index));
    }
    long stored = result.getLong(index);
    return stored == 0 && result.wasNull() ? null : fromInteger(column, stored);
  }

  /** How many digits of a stored number stand behind its decimal point. */
  public static int scale(Column column) {
    return switch (column.type()) {
      case DECIMAL, MONEY -> column.rules().scale();
      default -> 0;
    };
  }

  static long scaled(Column column, BigDecimal number) {
    return number.scaleByPowerOfTen(column.rules().scale()).longValueExact(); // makes no BigInteger
  }

  private static Object fromInteger(Column column, long stored) {
    return switch (column.type()) {
      case DECIMAL, MONEY -> BigDecimal.valueOf(stored, column.rules().scale());
      case YES_NO -> stored != 0;
      case TIMESTAMP -> Instant.ofEpochMilli(stored);
      default -> stored;
    };
  }

  private static LocalDate day(Column column, String text) throws SQLDataException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new SQLDataException(column + " holds '" + text + "', which is no date", e);
    }
  }
}
