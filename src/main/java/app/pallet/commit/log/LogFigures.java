package app.pallet.commit.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes the figures of the log so that they are read at a glance: grouped, and three digits long.
 */
final class LogFigures {

  private static final double SECOND = 1e9; // nanoseconds
  private static final double MILLISECOND = 1e6;

  private final Locale locale;
  private final DateTimeFormatter timeOfDay;

  LogFigures(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.timeOfDay = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
  }

  /** {@code 1,204}. */
  String count(long number) {
    return String.format(locale, "%,d", number);
  }

  /** {@code 1,204 rows}. */
  String rows(long number) {
    return count(number) + (number == 1 ? " row" : " rows");
  }

  /** {@code 81,700 rows/s}: the digits behind the third are noise. */
  String rate(double rowsPerSecond) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, rowsPerSecond))) - 2));
    return count(Math.round(Math.rint(rowsPerSecond / unit) * unit)) + " rows/s";
  }

  /** {@code 61.2 ms}, {@code 2.35 s} or {@code 3 min 12 s}. */
  String time(long nanos) {
    if (nanos < SECOND) {
      return threeDigits(nanos / MILLISECOND) + " ms";
    }
    if (nanos < 120 * SECOND) {
      return threeDigits(nanos / SECOND) + " s";
    }
    long seconds = Math.round(nanos / SECOND);
    return "%s min %d s".formatted(count(seconds / 60), seconds % 60);
  }

  /** {@code 9.84}, {@code 35.2} or {@code 280}. */
  String ratio(double ratio) {
    return threeDigits(ratio);
  }

  /** {@code 14:02}. */
  String timeOfDay(Instant instant) {
    return timeOfDay.format(instant);
  }

  private String threeDigits(double number) {
    int decimals = number < 9.995 ? 2 : number < 99.95 ? 1 : 0;
    return String.format(locale, "%,." + decimals + "f", number);
  }
}
