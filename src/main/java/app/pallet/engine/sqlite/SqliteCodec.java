package app.pallet.engine.sqlite;

import app.pallet.engine.ValueCodec;
import app.pallet.schema.CellRules;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.UnreadableValue.Form;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite stores the values of a column: each is either a {@link Long} or a {@link String}, so
 * that money is never rounded and a time never cut. Decimals are whole numbers scaled by the
 * column's scale, moments are milliseconds since 1970, days are ISO texts, yes and no are 1 and 0.
 * In a column of {@link Column.Storage#PLAIN} decimals are the database's own numbers, so the
 * stored form may be a {@link Double}. Hibernate's map entities hold the stored form too.
 *
 * <p>{@code new SqliteCodec(price).toStored(new BigDecimal("12.50"))} is 125000 in a column with a
 * scale of 4.
 *
 * @param column whose values
 */
public record SqliteCodec(Column column) implements ValueCodec {

  /** Digits before or behind the decimal sign that are more than any stored number has. */
  private static final int MOST_DIGITS = 30;

  @Override
  public boolean isInteger() {
    return switch (column.type()) {
      case DECIMAL, MONEY -> !isPlain();
      case WHOLE_NUMBER, YES_NO, TIMESTAMP -> true;
      case TEXT, CHOICE, DATE -> false;
    };
  }

  private boolean isPlain() {
    return column.storage() == Column.Storage.PLAIN;
  }

  @Override
  public int scale() {
    return switch (column.type()) {
      case DECIMAL, MONEY -> isPlain() ? 0 : column.rules().scale();
      default -> 0;
    };
  }

  @Override
  public @Nullable Object toStored(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> isPlain() ? PlainNumber.toStored(number) : (Object) scaled(number);
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

  @Override
  public Object nearest(Object value, RoundingMode rounding) {
    if (value instanceof BigDecimal number) {
      return isPlain()
          ? PlainNumber.nearest(number, rounding)
          : (Object) scaledNearest(number, rounding);
    }
    return Objects.requireNonNull(toStored(value));
  }

  /** The number as it is stored, or the next one that can be; of what is too large, the largest. */
  private long scaledNearest(BigDecimal number, RoundingMode rounding) {
    if (number.signum() == 0) {
      return 0;
    }
    boolean negative = number.signum() < 0;
    long magnitude = CellRules.wholeDigits(number);
    if (magnitude < -MOST_DIGITS) { // as good as nothing, but not to be multiplied out
      boolean away = negative == (rounding == RoundingMode.FLOOR);
      return away ? number.signum() : 0;
    }
    long largest = negative ? Long.MIN_VALUE : Long.MAX_VALUE;
    if (magnitude > MOST_DIGITS) {
      return largest;
    }
    BigInteger scaled = number.setScale(column.rules().scale(), rounding).unscaledValue();
    return scaled.bitLength() < Long.SIZE ? scaled.longValue() : largest;
  }

  @Override
  public @Nullable Object fromStored(@Nullable Object stored) {
    return switch (stored) {
      case null -> null;
      case Long number -> fromInteger(number);
      case Integer number -> fromInteger(number);
      case String text when column.type() == ColumnType.DATE -> day(text);
      case String text -> column.type().isText() ? text : new UnreadableValue(Form.TEXT, text);
      case Double number when isPlain() && isDecimal() -> PlainNumber.of(column, number);
      case byte[] bytes -> new UnreadableValue(Form.BYTES, HexFormat.of().formatHex(bytes));
      default -> new UnreadableValue(Form.FLOATING_POINT, stored.toString());
    };
  }

  @Override
  public void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, isInteger() ? Types.BIGINT : Types.VARCHAR);
      case String text -> statement.setString(index, text);
      case Long number -> statement.setLong(index, number);
      case BigDecimal number when isPlain() -> statement.setObject(index, toStored(number));
      case BigDecimal number -> statement.setLong(index, scaled(number));
      case Boolean yes -> statement.setLong(index, yes ? 1 : 0);
      case Instant moment -> statement.setLong(index, moment.toEpochMilli());
      case LocalDate day -> statement.setString(index, day.toString());
      case UnreadableValue unreadable -> statement.setObject(index, toStored(unreadable));
      default -> throw new IllegalArgumentException(column + " can't hold a " + value.getClass());
    }
  }

  @Override
  public @Nullable Object read(ResultSet result, int index) throws SQLException {
    return fromStored(result.getObject(index));
  }

  long scaled(BigDecimal number) {
    return number.scaleByPowerOfTen(column.rules().scale()).longValueExact(); // makes no BigInteger
  }

  private Object fromInteger(long stored) {
    return switch (column.type()) {
      case TEXT, CHOICE, DATE -> new UnreadableValue(Form.WHOLE_NUMBER, Long.toString(stored));
      case DECIMAL, MONEY ->
          isPlain()
              ? column.normal(BigDecimal.valueOf(stored))
              : BigDecimal.valueOf(stored, column.rules().scale());
      case YES_NO ->
          isPlain() && stored != 0 && stored != 1
              ? new UnreadableValue(Form.WHOLE_NUMBER, Long.toString(stored))
              : (Object) (stored != 0);
      case TIMESTAMP -> Instant.ofEpochMilli(stored);
      default -> stored;
    };
  }

  private boolean isDecimal() {
    return column.type() == ColumnType.DECIMAL || column.type() == ColumnType.MONEY;
  }

  private static Object day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) { // which another program wrote
      return new UnreadableValue(Form.TEXT, text);
    }
  }
}
