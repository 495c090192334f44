package app.pallet.schema;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number as people and spreadsheets write it: {@code 1,234.50 €}, {@code 1 234,50}, {@code
 * (12.50)}, {@code CHF 1'200.-}. A text that can be read in one way only is read that way whatever
 * the style; an ambiguous one follows the style. A number a spreadsheet has shortened ({@code
 * 4E+12}) and a percentage are refused: their digits are lost, or their meaning is not the
 * column's.
 */
final class NumberText {

  private static final int MAX_DIGITS = 60;
  private static final char NONE = 0;

  private static final Pattern WITH_POINT = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");
  private static final Pattern WITH_COMMA = Pattern.compile("-?\\d{1,18}(?:,\\d{1,18})?");
  private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?\\d+(?:[.,]\\d+)?[eE][-+]?\\d+");
  private static final Pattern CURRENCY_BEFORE =
      Pattern.compile("([-+]?)(\\p{Sc}|[A-Z]{3})(?![A-Z])");
  private static final Pattern CURRENCY_BEHIND = Pattern.compile("(?<![A-Z])(\\p{Sc}|[A-Z]{3})$");
  private static final Pattern SIGNED =
      Pattern.compile("([-+]?) *([\\d., ]+?)(?:[.,][-\u2013\u2014]{1,2}|(-))?");
  private static final Pattern UNGROUPED = Pattern.compile("\\d*");
  private static final Pattern GROUPED =
      Pattern.compile("[1-9]\\d{0,2}([., ])\\d{3}(?:\\1\\d{3})*");

  private static final Set<String> CURRENCY_CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private static final Rejected NO_NUMBER = new Rejected("Is no number");

  private NumberText() {}

  sealed interface Reading {}

  record Parsed(BigDecimal number) implements Reading {}

  record Rejected(String message) implements Reading {}

  /** A number without its sign and currency; a blank stands for any sign that only groups. */
  private record Unsigned(String digits, boolean negative) {}

  static Reading read(String text, NumberStyle style) {
    Pattern simple = style == NumberStyle.POINT ? WITH_POINT : WITH_COMMA;
    if (simple.matcher(text).matches()) { // most cells, and no reason to look further
      return new Parsed(new BigDecimal(text.replace(',', '.')));
    }
    String body = CellText.trim(text);
    if (SCIENTIFIC.matcher(body).matches()) {
      return new Rejected("Was shortened by a spreadsheet, so digits may be missing");
    }
    if (body.endsWith("%")) {
      return new Rejected("Is a percentage");
    }
    Unsigned unsigned = peel(body);
    return unsigned == null ? NO_NUMBER : read(unsigned, style);
  }

  /** The style this one text proves; empty where it is no number or looks the same in both. */
  static Optional<NumberStyle> provenStyle(String text) {
    Unsigned unsigned = peel(CellText.trim(text));
    if (unsigned == null || !(read(unsigned, NumberStyle.POINT) instanceof Parsed)) {
      return Optional.empty();
    }
    String digits = unsigned.digits();
    char decimal = decimalSign(digits, NumberStyle.POINT);
    if (decimal != decimalSign(digits, NumberStyle.COMMA)) {
      return Optional.empty();
    }
    boolean point = decimal == '.' || (decimal == NONE && digits.indexOf(',') >= 0);
    boolean comma = decimal == ',' || (decimal == NONE && digits.indexOf('.') >= 0);
    if (point == comma) {
      return Optional.empty();
    }
    return Optional.of(point ? NumberStyle.POINT : NumberStyle.COMMA);
  }

  /** Takes off brackets, currency and signs; null where what is left can't be a number. */
  private static @Nullable Unsigned peel(String text) {
    String body = withoutCurrency(text);
    boolean bracketed = body.length() > 2 && body.startsWith("(") && body.endsWith(")");
    if (bracketed) {
      body = withoutCurrency(CellText.trim(body.substring(1, body.length() - 1)));
    }
    Matcher parts = SIGNED.matcher(withPlainSigns(body));
    if (!parts.matches()) {
      return null;
    }
    boolean signBefore = !parts.group(1).isEmpty();
    boolean minusBehind = parts.group(3) != null; // as accountants write it
    if ((bracketed && (signBefore || minusBehind)) || (signBefore && minusBehind)) {
      return null;
    }
    return new Unsigned(
        parts.group(2).strip(), bracketed || minusBehind || parts.group(1).equals("-"));
  }

  private static String withoutCurrency(String text) {
    Matcher before = CURRENCY_BEFORE.matcher(text);
    if (before.lookingAt() && isCurrency(before.group(2))) {
      return before.group(1) + CellText.trim(text.substring(before.end()));
    }
    Matcher behind = CURRENCY_BEHIND.matcher(text);
    if (behind.find() && isCurrency(behind.group(1))) {
      return CellText.trim(text.substring(0, behind.start()));
    }
    return text;
  }

  private static boolean isCurrency(String sign) {
    return sign.length() < 3 || CURRENCY_CODES.contains(sign);
  }

  private static Reading read(Unsigned unsigned, NumberStyle style) {
    String digits = unsigned.digits();
    char decimal = decimalSign(digits, style);
    int fractionAt = decimal == NONE ? digits.length() : digits.lastIndexOf(decimal);
    String whole = digits.substring(0, fractionAt);
    String fraction = digits.substring(Math.min(digits.length(), fractionAt + 1));
    if (!isWhole(whole)
        || !UNGROUPED.matcher(fraction).matches()
        || (whole.isEmpty() && fraction.isEmpty())) {
      return NO_NUMBER;
    }
    if (digits.length() > MAX_DIGITS) {
      return new Rejected("Has too many digits");
    }
    BigDecimal number = new BigDecimal("0" + whole.replaceAll("\\D", "") + "." + fraction);
    return new Parsed(unsigned.negative() ? number.negate() : number);
  }

  /** The sign before the fraction, or {@link #NONE} where the number has no fraction. */
  private static char decimalSign(String digits, NumberStyle style) {
    int point = digits.lastIndexOf('.');
    int comma = digits.lastIndexOf(',');
    if (point >= 0 && comma >= 0) {
      return point > comma ? '.' : ',';
    }
    if (point < 0 && comma < 0) {
      return NONE;
    }
    char sign = point >= 0 ? '.' : ',';
    boolean alone = digits.indexOf(sign) == digits.lastIndexOf(sign);
    boolean groups = GROUPED.matcher(digits).matches() && sign != style.decimal();
    return alone && !groups ? sign : NONE;
  }

  /** Whether these are digits alone, or groups of three set apart by one and the same sign. */
  private static boolean isWhole(String digits) {
    return UNGROUPED.matcher(digits).matches() || GROUPED.matcher(digits).matches();
  }

  private static String withPlainSigns(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(
          switch (c) {
            case '\'', '\u2019' -> ' '; // Swiss thousands
            case '\u2212' -> '-';
            default -> Character.isSpaceChar(c) ? ' ' : c;
          });
    }
    return plain.toString();
  }
}
