package app.pallet.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day: ISO with or without a midnight behind it, {@code 31.12.2026}, {@code 31/12/2026}.
 * Where day and month can't be told apart and nobody said which comes first, it refuses to guess.
 */
final class DateText {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?: 00:00(?::00)?)?");

  private DateText() {}

  static CellReading read(String text, DateOrder order) {
    Matcher iso = YEAR_FIRST.matcher(text);
    if (iso.matches()) {
      return date(number(iso, 1), number(iso, 3), number(iso, 4));
    }
    Matcher local = YEAR_LAST.matcher(text);
    if (!local.matches()) {
      return rejected("Is no date");
    }
    int first = number(local, 1);
    int second = number(local, 3);
    int year = number(local, 4);
    if (local.group(2).equals(".") || first > 12 || first == second) {
      return date(year, second, first); // with points the day comes first everywhere
    }
    if (second > 12) {
      return date(year, first, second);
    }
    return switch (order) {
      case DAY_FIRST -> date(year, second, first);
      case MONTH_FIRST -> date(year, first, second);
      case UNKNOWN -> rejected("Could be day or month first");
    };
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static CellReading date(int year, int month, int day) {
    try {
      return new CellReading.Value(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return rejected("Is no day of the calendar"); // what was typed is the message's value
    }
  }

  private static CellReading rejected(String message) {
    return new CellReading.Rejected(message, "a date such as 2026-12-31 or 31.12.2026");
  }
}
