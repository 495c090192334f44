package app.pallet.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Turns values into text. Stateless, for any thread. */
public final class CellText {

  private static final char LAST_ASCII = 0x7F;
  private static final int LONGEST_SHOWN = 80;

  private CellText() {}

  /**
   * The text that {@link CellParser} reads back as the same value, with a point as the decimal
   * sign: what an editor opens with, what is copied and exported.
   */
  public static String plain(Column column, @Nullable Object value) {
    return plain(column, value, NumberStyle.POINT);
  }

  /** The same with the decimal sign of a style and without thousands separators. */
  public static String plain(Column column, @Nullable Object value, NumberStyle style) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> decimal(column, number).replace('.', style.decimal());
      case Boolean yes -> yes ? "yes" : "no";
      default -> value.toString();
    };
  }

  /**
   * Without white space at either end, which here includes the no-break spaces of web pages, and
   * without what nobody sees: control characters, and marks of zero width or of a direction.
   */
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** The beginning of a text, for a sentence about it; whole, if it is no longer than a line. */
  public static String beginning(String text) {
    return text.length() <= LONGEST_SHOWN || text.codePointCount(0, text.length()) <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }

  /** Whether nothing is left of a text that is trimmed. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isSpace(char c) {
    boolean visible = c > ' ' && c < LAST_ASCII; // nearly always, and quick to tell
    return !visible
        && (Character.isWhitespace(c)
            || Character.isSpaceChar(c)
            || Character.isISOControl(c)
            || Character.getType(c) == Character.FORMAT);
  }

  /**
   * Money keeps two decimals, so that prices line up; what is beyond is shown where it is not 0.
   */
  private static String decimal(Column column, BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    int shown = column.type() == ColumnType.MONEY ? column.rules().moneyDecimals() : 0;
    int scale = Math.max(shown, stripped.scale());
    return stripped.setScale(Math.max(0, scale), RoundingMode.UNNECESSARY).toPlainString();
  }
}
