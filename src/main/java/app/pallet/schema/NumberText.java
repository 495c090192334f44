package app.pallet.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number as people and spreadsheets write it: {@code 1,234.50 €}, {@code 1 234,50}, {@code
 * (12.50)}, {@code CHF 1'200.-}. A text that can be read in one way only is read that way whatever
 * the style; an ambiguous one follows the style. A number a spreadsheet has shortened ({@code
 * 4E+12}) and a percentage are refused: their digits are lost, or their meaning is not the
 * column's.
 */
final class NumberText {

  private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?\\d+(?:[.,]\\d+)?[eE][-+]?\\d+");

  private NumberText() {}

  /** What the signs of a text tell about the style of a column. */
  enum Signs {
    /** Nothing: it is not a number, or it is the same in both styles. */
    NONE,
    /** It is a number with a point before the fraction. */
    POINT,
    /** It is a number with a comma before the fraction. */
    COMMA,
    /** It is one number in the one style and another in the other. */
    EITHER
  }

  sealed interface Reading {}

  record Parsed(BigDecimal number) implements Reading {}

  record Rejected(String message) implements Reading {}

  static Reading read(String text, NumberStyle style) {
    BigDecimal plain = plain(text, style.decimal());
    if (plain != null) {
      return new Parsed(plain);
    }
    Optional<NumberScan> scan = NumberScan.of(text);
    if (scan.isPresent() && scan.get().isTooLong()) {
      return new Rejected("Has too many digits");
    }
    return scan.flatMap(parts -> parts.number(style))
        .<Reading>map(Parsed::new)
        .orElseGet(() -> rejected(CellText.trim(text)));
  }

  /**
   * The number of plain digits, perhaps with a minus before and a decimal sign between them, as
   * most numbers of most files are written; null if it takes more to read the text.
   */
  private static @Nullable BigDecimal plain(String text, char decimal) {
    int from = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
    int end = text.length();
    int sign = -1;
    long digits = 0;
    if (end == from || end - from > ColumnRules.MAX_PRECISION) {
      return null;
    }
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
      } else if (c == decimal && sign < 0 && i > from && i + 1 < end) {
        sign = i;
      } else {
        return null;
      }
    }
    return BigDecimal.valueOf(from == 0 ? digits : -digits, sign < 0 ? 0 : end - sign - 1);
  }

  /** What one text tells about the style of its column. */
  static Signs signs(String text) {
    Optional<NumberScan> scan = NumberScan.of(withoutPercent(text));
    if (scan.isEmpty() || scan.get().isTooLong()) {
      return Signs.NONE;
    }
    NumberScan parts = scan.get();
    Optional<NumberStyle> proven = parts.provenStyle();
    if (proven.isPresent()) {
      return proven.get() == NumberStyle.POINT ? Signs.POINT : Signs.COMMA;
    }
    Optional<BigDecimal> point = parts.number(NumberStyle.POINT);
    Optional<BigDecimal> comma = parts.number(NumberStyle.COMMA);
    return point.isPresent() && comma.isPresent() && !point.equals(comma)
        ? Signs.EITHER
        : Signs.NONE;
  }

  /** The style this one text proves; empty if it is not a number or looks the same in both. */
  static Optional<NumberStyle> provenStyle(String text) {
    return switch (signs(text)) {
      case POINT -> Optional.of(NumberStyle.POINT);
      case COMMA -> Optional.of(NumberStyle.COMMA);
      case NONE, EITHER -> Optional.empty();
    };
  }

  private static boolean isPercentage(String text) {
    int end = text.length();
    while (end > 0 && CellText.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end > 0 && text.charAt(end - 1) == '%';
  }

  private static String withoutPercent(String text) {
    return isPercentage(text) ? text.substring(0, text.lastIndexOf('%')) : text;
  }

  /** The same, with {@code 12%} read as 0.12. */
  static Reading readShare(String text, NumberStyle style) {
    if (!isPercentage(text)) {
      return read(text, style);
    }
    return switch (read(withoutPercent(text), style)) {
      case Parsed(BigDecimal number) -> new Parsed(number.movePointLeft(2));
      case Rejected why -> why;
    };
  }

  private static Rejected rejected(String text) {
    if (SCIENTIFIC.matcher(text).matches()) {
      return new Rejected("Was shortened by a spreadsheet, so digits may be missing");
    }
    return new Rejected(text.endsWith("%") ? "Is a percentage" : "Is not a number");
  }
}
