package app.pallet.schema;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a column may hold beyond its type.
 *
 * @param required whether a row must have a value
 * @param unique whether no two rows may have the same value
 * @param maxLength characters (UTF-16 units) of a text at most; 0 for no limit
 * @param precision digits of a decimal number at most, before and after the decimal sign together
 * @param scale digits of a decimal number after the decimal sign, or {@link #ANY_SCALE}
 * @param minimum the smallest number allowed, or null
 * @param choices the texts allowed in a {@link ColumnType#CHOICE} column; empty for other columns
 */
public record ColumnRules(
    boolean required,
    boolean unique,
    int maxLength,
    int precision,
    int scale,
    @Nullable BigDecimal minimum,
    List<String> choices) {

  /** Digits a decimal number can have so that its scaled whole number fits 64 bits. */
  public static final int MAX_PRECISION = 18;

  /** Where the decimal sign may be anywhere among the digits. */
  public static final int ANY_SCALE = -1;

  /** Digits of a decimal number that a binary floating-point number surely keeps. */
  public static final int FLOATING_DIGITS = 15;

  /** Anything of the type is allowed; decimals have up to 18 digits, four of them fractional. */
  public static final ColumnRules ANY =
      new ColumnRules(false, false, 0, MAX_PRECISION, 4, null, List.of());

  public ColumnRules {
    if (maxLength < 0 || scale < ANY_SCALE || precision < 1 || precision > MAX_PRECISION) {
      throw new IllegalArgumentException(
          "length %d, precision %d, scale %d".formatted(maxLength, precision, scale));
    }
    if (scale > precision) {
      throw new IllegalArgumentException("scale " + scale + " above precision " + precision);
    }
    choices = List.copyOf(choices);
  }

  /** Whether the decimal sign of a number may be anywhere. */
  public boolean isFloating() {
    return scale == ANY_SCALE;
  }

  /** How many digits an amount of money shows after the decimal sign at least. */
  public int moneyDecimals() {
    return isFloating() ? 2 : Math.min(2, scale);
  }
}
