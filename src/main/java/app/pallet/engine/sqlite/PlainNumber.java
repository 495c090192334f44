package app.pallet.engine.sqlite;

import app.pallet.schema.CellRules;
import app.pallet.schema.Column;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.UnreadableValue.Form;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;

/**
 * Decimal numbers as SQLite itself keeps them: whole ones as 64-bit integers, others as binary
 * floating-point numbers. Of a floating-point number the shortest text counts that is read as the
 * same number again, so 0.1 is 0.1; of a whole one of up to 64 bits every digit counts.
 */
final class PlainNumber {

  /** From here on, floating-point numbers are whole, and some whole ones are missing. */
  private static final double WHOLE = 1L << 53;

  /** The next one above the greatest {@code long}. */
  private static final double LONGS = 0x1p63;

  private PlainNumber() {}

  /** The form in which a number is stored: a {@link Long} or a {@link Double}. */
  static Object toStored(BigDecimal number) {
    return CellRules.fitsLong(number) ? (Object) number.longValue() : number.doubleValue();
  }

  /** The stored form, or the next one on a side if no cell can hold the number. */
  static Object nearest(BigDecimal number, RoundingMode rounding) {
    if (!(toStored(number) instanceof Double stored)) {
      return number.longValue();
    }
    if (stored.isInfinite()) {
      return stored;
    }
    int side = shortest(stored).compareTo(number);
    if (side < 0 && rounding == RoundingMode.CEILING) {
      return Math.nextUp(stored);
    }
    return side > 0 && rounding == RoundingMode.FLOOR ? (Object) Math.nextDown(stored) : stored;
  }

  /** The value of a stored number. */
  static Object of(Column column, double stored) {
    return Double.isFinite(stored)
        ? column.normal(shortest(stored))
        : new UnreadableValue(Form.FLOATING_POINT, Double.toString(stored));
  }

  private static BigDecimal shortest(double stored) {
    boolean isWhole = Math.abs(stored) >= WHOLE && Math.abs(stored) < LONGS;
    return isWhole ? new BigDecimal(stored) : new BigDecimal(Double.toString(stored));
  }

  /** One form for a whole number, however it is stored, and for the same bytes. */
  static Object comparable(Object stored) {
    if (stored instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    return stored instanceof Double number
            && number == Math.rint(number)
            && Math.abs(number) < LONGS
        ? (Object) number.longValue()
        : stored;
  }
}
