package app.pallet.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text taken apart into digits and the signs that stand between them, without its currency and
 * its plus or minus. One pass over the characters, because an import reads millions of numbers.
 */
final class NumberScan {

  /** More digits than any column holds. Nobody means a longer text as a number. */
  static final int MAX_DIGITS = 60;

  private static final int NONE = -1;
  private static final char GROUPING_ONLY = ' ';

  private static final Set<String> CURRENCY_CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final String text;
  private int from;
  private int to;
  private int plusOrMinus;
  private boolean negative;
  private final StringBuilder digits = new StringBuilder();
  private final StringBuilder signs = new StringBuilder(0);

  /** For each sign the number of digits before it, as a character. */
  private final StringBuilder places = new StringBuilder(0);

  private NumberScan(String text) {
    this.text = text;
    this.to = text.length();
  }

  /** The parts of a text; empty where it can't be a number. */
  static Optional<NumberScan> of(String text) {
    NumberScan scan = new NumberScan(text);
    scan.peel();
    boolean isNumber = scan.takeDigits() && !scan.digits.isEmpty() && scan.plusOrMinus <= 1;
    return isNumber ? Optional.of(scan) : Optional.empty();
  }

  boolean isTooLong() {
    return digits.length() > MAX_DIGITS;
  }

  /** The number in a style; empty where the signs are not where the style has them. */
  Optional<BigDecimal> number(NumberStyle style) {
    int decimal = decimalSign(style);
    int groupings = decimal == NONE ? signs.length() : decimal;
    int whole = decimal == NONE ? digits.length() : places.charAt(decimal);
    if (!isGrouped(groupings, whole)) {
      return Optional.empty();
    }
    int scale = digits.length() - whole;
    BigDecimal number =
        digits.length() <= ColumnRules.MAX_PRECISION
            ? BigDecimal.valueOf(Long.parseLong(digits, 0, digits.length(), 10), scale)
            : new BigDecimal(new BigInteger(digits.toString()), scale);
    return Optional.of(negative ? number.negate() : number);
  }

  /** The style that this text proves; empty where it looks the same in both, or fits none. */
  Optional<NumberStyle> provenStyle() {
    int decimal = decimalSign(NumberStyle.POINT);
    if (signs.isEmpty()
        || decimal != decimalSign(NumberStyle.COMMA)
        || number(NumberStyle.POINT).isEmpty()) {
      return Optional.empty();
    }
    char sign = signs.charAt(decimal == NONE ? 0 : decimal);
    if (sign == GROUPING_ONLY) {
      return Optional.empty();
    }
    boolean point = (sign == '.') == (decimal != NONE);
    return Optional.of(point ? NumberStyle.POINT : NumberStyle.COMMA);
  }

  /** Index of the sign before the fraction, or {@link #NONE} where the number has no fraction. */
  private int decimalSign(NumberStyle style) {
    int last = signs.length() - 1;
    if (last < 0 || signs.charAt(last) == GROUPING_ONLY) {
      return NONE;
    }
    if (last == 0) {
      boolean groups = isGrouped(1, digits.length()) && signs.charAt(0) != style.decimal();
      return groups ? NONE : 0;
    }
    return signs.charAt(last) == signs.charAt(last - 1) ? NONE : last;
  }

  /** Whether the first signs set the first digits apart in groups of three. */
  private boolean isGrouped(int signCount, int digitCount) {
    if (signCount == 0) {
      return true;
    }
    int first = places.charAt(0);
    boolean grouped = first >= 1 && first <= 3 && digits.charAt(0) != '0';
    for (int i = 0; i < signCount && grouped; i++) {
      int next = i + 1 < signCount ? places.charAt(i + 1) : digitCount;
      grouped = next - places.charAt(i) == 3 && signs.charAt(i) == signs.charAt(0);
    }
    return grouped;
  }

  private void peel() {
    trim();
    takeSignBefore();
    takeCurrency();
    if (to - from > 2 && text.charAt(from) == '(' && text.charAt(to - 1) == ')') {
      from++;
      to--;
      plusOrMinus++;
      negative = true;
      trim();
      takeCurrency();
    }
    takeSignBefore();
    takeDashBehind();
  }

  private void takeSignBefore() {
    if (from < to && (isMinus(text.charAt(from)) || text.charAt(from) == '+')) {
      plusOrMinus++;
      negative |= text.charAt(from) != '+';
      from++;
      trim();
    }
  }

  /** The minus of accountants, {@code 12.50-}, and the dash of a price without cents. */
  private void takeDashBehind() {
    int end = to;
    while (end > from && to - end < 2 && isDash(text.charAt(end - 1))) {
      end--;
    }
    if (end > from && end < to && isDecimalSign(text.charAt(end - 1))) {
      to = end - 1;
    } else if (end == to - 1 && isMinus(text.charAt(end))) {
      plusOrMinus++;
      negative = true;
      to = end;
    }
    trim();
  }

  private void takeCurrency() {
    if (from < to && isCurrencySign(from)) {
      from++;
    } else if (isCurrencyCode(from) && !isLetter(from + 3)) {
      from += 3;
    } else if (from < to && isCurrencySign(to - 1)) {
      to--;
    } else if (isCurrencyCode(to - 3) && !isLetter(to - 4)) {
      to -= 3;
    }
    trim();
  }

  private boolean takeDigits() {
    for (int i = from; i < to && !isTooLong(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (isDecimalSign(c) || c == '\'' || c == '\u2019' || Character.isSpaceChar(c)) {
        signs.append(isDecimalSign(c) ? c : GROUPING_ONLY);
        places.append((char) digits.length());
      } else {
        return false;
      }
    }
    return signs.length() <= MAX_DIGITS;
  }

  private void trim() {
    while (from < to && CellText.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && CellText.isSpace(text.charAt(to - 1))) {
      to--;
    }
  }

  private boolean isCurrencySign(int index) {
    return Character.getType(text.charAt(index)) == Character.CURRENCY_SYMBOL;
  }

  private boolean isCurrencyCode(int index) {
    return isLetter(index)
        && isLetter(index + 1)
        && isLetter(index + 2)
        && CURRENCY_CODES.contains(text.substring(index, index + 3));
  }

  private boolean isLetter(int index) {
    return index >= from && index < to && text.charAt(index) >= 'A' && text.charAt(index) <= 'Z';
  }

  private static boolean isDecimalSign(char c) {
    return c == '.' || c == ',';
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '\u2212';
  }

  private static boolean isDash(char c) {
    return isMinus(c) || c == '\u2013' || c == '\u2014';
  }
}
