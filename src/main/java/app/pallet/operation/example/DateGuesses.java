package app.pallet.operation.example;

import app.pallet.operation.recipe.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By how much dates may have been moved: days, or months and days. */
final class DateGuesses {

  private final RuleFinder finder;

  DateGuesses(RuleFinder finder) {
    this.finder = finder;
  }

  Stream<List<Step>> all() {
    Example first = finder.examples().getFirst();
    LocalDate before = day(first.before().value(finder.column()));
    LocalDate after = day(first.after());
    if (before == null || after == null) {
      return Stream.empty();
    }
    long days = ChronoUnit.DAYS.between(before, after);
    long months = ChronoUnit.MONTHS.between(before.withDayOfMonth(1), after.withDayOfMonth(1));
    long rest = ChronoUnit.DAYS.between(before.plusMonths(months), after);
    return Stream.of(shift(0, days), shift(months, rest), shift(months, 0));
  }

  private List<Step> shift(long months, long days) {
    return List.of(
        finder.step("shift", "months", String.valueOf(months), "days", String.valueOf(days)));
  }

  private static @Nullable LocalDate day(@Nullable Object value) {
    return switch (value) {
      case LocalDate day -> day;
      case Instant moment -> moment.atZone(ZoneOffset.UTC).toLocalDate();
      case null, default -> null;
    };
  }
}
