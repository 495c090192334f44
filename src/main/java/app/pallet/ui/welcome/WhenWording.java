package app.pallet.ui.welcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says when something was, as briefly as it can be understood. */
final class WhenWording {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private WhenWording() {}

  /** A moment, seen from now. */
  static String of(Instant moment, Clock clock) {
    ZonedDateTime then = moment.atZone(clock.getZone());
    LocalDate today = LocalDate.now(clock);
    LocalDate day = then.toLocalDate();
    if (day.equals(today)) {
      return "today " + TIME.format(then);
    }
    if (day.equals(today.minusDays(1))) {
      return "yesterday";
    }
    return (day.getYear() == today.getYear() ? DAY : YEAR).format(then);
  }
}
