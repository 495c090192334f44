package app.pallet.engine.sqlite;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.UnreadableValue.Form;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
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
   * The stored form of a value; of an {@link UnreadableValue} what another program stored.
   *
   * @param value of the column type's class, an unreadable one, or null for an empty cell
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
      case UnreadableValue(var form, String text) ->
          switch (form) {
            case WHOLE_NUMBER -> Long.valueOf(text);
            case FLOATING_POINT -> Double.valueOf(text);
            case TEXT -> text;
            case BYTES -> HexFormat.of().parseHex(text);
          };
      default -> value;
    };
  }

  /**
   * The value of a stored form; an {@link UnreadableValue} if the column can't have stored it, so
   * that another program did.
   *
   * @param stored a number, a text or bytes as the driver gives them, or null for an empty cell
   */
  public static @Nullable Object fromStored(Column column, @Nullable Object stored) {
    return switch (stored) {
      case null -> null;
      case Long number -> fromInteger(column, number);
      case Integer number -> fromInteger(column, number);
      case String text when column.type() == ColumnType.DATE -> day(text);
      case String text -> isInteger(column) ? new UnreadableValue(Form.TEXT, text) : text;
      case byte[] bytes -> new UnreadableValue(Form.BYTES, HexFormat.of().formatHex(bytes));
      default -> new UnreadableValue(Form.FLOATING_POINT, stored.toString());
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
      case UnreadableValue unreadable -> statement.setObject(index, toStored(column, unreadable));
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
    return fromStored(column, result.getObject(index));
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
      case TEXT, CHOICE, DATE -> new UnreadableValue(Form.WHOLE_NUMBER, Long.toString(stored));
      case DECIMAL, MONEY -> BigDecimal.valueOf(stored, column.rules().scale());
      case YES_NO -> stored != 0;
      case TIMESTAMP -> Instant.ofEpochMilli(stored);
      default -> stored;
    };
  }

  private static Object day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) { // which another program wrote
      return new UnreadableValue(Form.TEXT, text);
    }
  }
}
