package app.pallet.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a day: ISO with or without a midnight behind it, {@code 31.12.2026}, {@code 31/12/2026}.
 * Where day and month can't be told apart and nobody said which comes first, it refuses to guess.
 * One pass over the characters, because an import reads millions of dates.
 */
final class DateText {

  private static final int MONTHS = 12;

  /** A date that only lacks its century, which nothing in it tells. */
  private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}([-/.])\\d{1,2}\\1\\d{2}");

  private final String text;
  private int at;

  private DateText(String text) {
    this.text = text;
  }

  /** A date's parts as they stand there, in the calendar or not. */
  private record Parts(int first, int second, int third, char separator, boolean yearFirst) {

    /** Which order the parts have; empty where that makes no difference, or needs no proof. */
    Optional<DateOrder> order() {
      if (yearFirst || separator == '.' || first == second) {
        return Optional.empty(); // with points the day comes first everywhere
      }
      if (first > MONTHS) {
        return Optional.of(DateOrder.DAY_FIRST);
      }
      return Optional.of(second > MONTHS ? DateOrder.MONTH_FIRST : DateOrder.UNKNOWN);
    }
  }

  static CellReading read(String text, DateOrder order) {
    return parts(text)
        .map(parts -> read(parts, order))
        .orElseGet(() ->
            rejected(
                SHORT_YEAR.matcher(text).matches() ? "Has a year of two digits" : "Is not a date"));
  }

  /**
   * The order that a text proves; {@link DateOrder#UNKNOWN} for a date that can be meant in two
   * ways, and nothing for one that tells nothing about others.
   */
  static Optional<DateOrder> order(String text) {
    return parts(text).flatMap(Parts::order);
  }

  private static CellReading read(Parts date, DateOrder order) {
    if (date.yearFirst()) {
      return date(date.first(), date.second(), date.third());
    }
    DateOrder own = date.order().orElse(DateOrder.DAY_FIRST);
    return switch (own == DateOrder.UNKNOWN ? order : own) {
      case DAY_FIRST -> date(date.third(), date.second(), date.first());
      case MONTH_FIRST -> date(date.third(), date.first(), date.second());
      case UNKNOWN -> rejected("Could be day or month first");
    };
  }

  private static Optional<Parts> parts(String text) {
    DateText scan = new DateText(text);
    int first = scan.number();
    int firstDigits = scan.at;
    boolean yearFirst = firstDigits == 4;
    if (firstDigits == 0 || (firstDigits > 2 && !yearFirst) || scan.at == text.length()) {
      return Optional.empty();
    }
    char separator = text.charAt(scan.at);
    int second = scan.partBehind(separator, 1, 2);
    int third = yearFirst ? scan.partBehind(separator, 1, 2) : scan.partBehind(separator, 4, 4);
    boolean isDate = "-/.".indexOf(separator) >= 0 && second >= 0 && third >= 0;
    return isDate && scan.endsWithDay(yearFirst)
        ? Optional.of(new Parts(first, second, third, separator, yearFirst))
        : Optional.empty();
  }

  /** The number of so many digits behind the separator, or -1. */
  private int partBehind(char separator, int fewest, int most) {
    if (at == text.length() || text.charAt(at) != separator) {
      return -1;
    }
    int begin = ++at;
    int number = number();
    return at - begin >= fewest && at - begin <= most ? number : -1;
  }

  /** The number at the place, of five digits at most; moves behind them. */
  private int number() {
    int number = 0;
    int end = Math.min(text.length(), at + 5);
    for (; at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }

  /** Whether nothing follows but a midnight, as databases and spreadsheets write it. */
  private boolean endsWithDay(boolean iso) {
    if (at == text.length()) {
      return true;
    }
    if (!take(" 00:00") && !(iso && take("T00:00"))) {
      return false;
    }
    if (take(":00") && iso && take(".0")) {
      skipZeros();
    }
    if (iso) {
      take("Z");
    }
    return at == text.length();
  }

  private void skipZeros() {
    while (at < text.length() && text.charAt(at) == '0') {
      at++;
    }
  }

  private boolean take(String expected) {
    if (!text.startsWith(expected, at)) {
      return false;
    }
    at += expected.length();
    return true;
  }

  private static CellReading date(int year, int month, int day) {
    try {
      return new CellReading.Value(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return rejected("Is not a day in the calendar"); // what was typed is the message's value
    }
  }

  private static CellReading rejected(String message) {
    return new CellReading.Rejected(message, "a date such as 2026-12-31 or 31.12.2026");
  }
}
