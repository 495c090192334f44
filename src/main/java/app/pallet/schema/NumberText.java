package app.pallet.schema;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads a number as people and spreadsheets write it: {@code 1,234.50 €}, {@code 1 234,50}, {@code
 * (12.50)}, {@code CHF 1'200.-}. A text that can be read in one way only is read that way whatever
 * the style; an ambiguous one follows the style. A number a spreadsheet has shortened ({@code
 * 4E+12}) and a percentage are refused: their digits are lost, or their meaning is not the
 * column's.
 */
final class NumberText {

  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,18}");
  private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?\\d+([.,]\\d+)?[eE][-+]?\\d+");
  private static final Pattern CURRENCY =
      Pattern.compile("^([+-]?)(?:\\p{Sc}|[A-Z]{3})|(?:\\p{Sc}|[A-Z]{3})$");
  private static final Pattern GROUPED_BY_SPACE =
      Pattern.compile("(?<=\\d)[ \\u00a0\\u202f\\u2009'’](?=\\d{3}(?!\\d))");
  private static final Pattern DIGITS = Pattern.compile("\\d*");

  private NumberText() {}

  sealed interface Reading {}

  record Parsed(BigDecimal number) implements Reading {}

  record Rejected(String message) implements Reading {}

  private static final Rejected NO_NUMBER = new Rejected("Is no number");

  static Reading read(String text, NumberStyle style) {
    if (PLAIN.matcher(text).matches()) { // most cells, and no reason to look further
      return new Parsed(BigDecimal.valueOf(Long.parseLong(text)));
    }
    String body = trim(text);
    if (SCIENTIFIC.matcher(body).matches()) {
      return new Rejected("Was shortened by a spreadsheet, so digits may be missing");
    }
    if (body.endsWith("%")) {
      return new Rejected("Is a percentage");
    }
    boolean negative = false;
    if (body.length() > 2 && body.startsWith("(") && body.endsWith(")")) {
      negative = true;
      body = trim(body.substring(1, body.length() - 1));
    }
    body = trim(CURRENCY.matcher(body).replaceFirst("$1"));
    if (body.endsWith("-") && body.length() > 1) { // 12.50- of accounting, and 1200.- of prices
      boolean price = body.endsWith(".-") || body.endsWith(",-");
      body = body.substring(0, body.length() - (price ? 2 : 1));
      negative |= !price;
    } else if (body.startsWith("-") || body.startsWith("+")) {
      negative ^= body.startsWith("-");
      body = trim(body.substring(1));
    }
    body = GROUPED_BY_SPACE.matcher(body).replaceAll("");
    return unsigned(body, style, negative);
  }

  private static Reading unsigned(String body, NumberStyle style, boolean negative) {
    int point = body.lastIndexOf('.');
    int comma = body.lastIndexOf(',');
    char decimal = decimalSign(body, point, comma, style);
    int fractionAt = decimal == 0 ? -1 : body.lastIndexOf(decimal);
    String whole = fractionAt < 0 ? body : body.substring(0, fractionAt);
    String fraction = fractionAt < 0 ? "" : body.substring(fractionAt + 1);
    if (!isGrouped(whole)
        || !DIGITS.matcher(fraction).matches()
        || (whole.isEmpty() && fraction.isEmpty())) {
      return NO_NUMBER;
    }
    String digits = whole.replaceAll("[.,]", "");
    if (digits.length() + fraction.length() > 60) {
      return new Rejected("Has too many digits");
    }
    BigDecimal number =
        new BigDecimal(
            (digits.isEmpty() ? "0" : digits) + (fraction.isEmpty() ? "" : "." + fraction));
    return new Parsed(negative ? number.negate() : number);
  }

  /** The sign before the fraction, or 0 where the number has none. */
  private static char decimalSign(String body, int point, int comma, NumberStyle style) {
    if (point >= 0 && comma >= 0) {
      return point > comma ? '.' : ',';
    }
    if (point < 0 && comma < 0) {
      return 0;
    }
    char sign = point >= 0 ? '.' : ',';
    if (body.indexOf(sign) != body.lastIndexOf(sign)) {
      return 0;
    }
    return sign == style.decimal() || !isGrouped(body) ? sign : 0;
  }

  /** Whether these are digits alone, or groups of three set apart by one and the same sign. */
  private static boolean isGrouped(String whole) {
    if (DIGITS.matcher(whole).matches()) {
      return true;
    }
    char sign = whole.indexOf('.') >= 0 ? '.' : ',';
    String[] groups = whole.split(Pattern.quote(String.valueOf(sign)), -1);
    if (groups[0].isEmpty() || groups[0].length() > 3 || groups[0].equals("0")) {
      return false;
    }
    for (int i = 0; i < groups.length; i++) {
      if (!DIGITS.matcher(groups[i]).matches() || (i > 0 && groups[i].length() != 3)) {
        return false;
      }
    }
    return true;
  }

  /** Like strip, and no-break spaces too. */
  private static String trim(String text) {
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

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
