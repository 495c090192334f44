package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-31", "2026/12/31", "2026.12.31", "2026-12-31 00:00:00", "2026-12-31T00:00:00Z",
        "2026-12-31T00:00:00.000Z", "31.12.2026", "31/12/2026", "12/31/2026", "31-12-2026",
        "31.12.2026 00:00"
      })
  void readsADateThatCanBeMeantInOneWayOnly(String text) {
    for (DateOrder order : DateOrder.values()) {
      assertThat(DateText.read(text, order))
          .isEqualTo(new CellReading.Value(LocalDate.of(2026, 12, 31)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DAY_FIRST,2026-04-03",
    "MONTH_FIRST,2026-03-04",
  })
  void readsAnAmbiguousDateInTheGivenOrder(DateOrder order, LocalDate expected) {
    assertThat(DateText.read("03/04/2026", order)).isEqualTo(new CellReading.Value(expected));
  }

  @Test
  void refusesAnAmbiguousDateWhereNobodySaidTheOrder() {
    assertThat(message("03/04/2026", DateOrder.UNKNOWN)).isEqualTo("Could be day or month first");
  }

  @Test
  void takesADateOfTheSameDayAndMonthAsClear() {
    assertThat(DateText.read("4/4/2026", DateOrder.UNKNOWN))
        .isEqualTo(new CellReading.Value(LocalDate.of(2026, 4, 4)));
  }

  @ParameterizedTest
  @CsvSource({"2026-02-30", "31.02.2026", "12.31.2026", "13/13/2026", "2026-00-01"})
  void refusesADayThatIsNotInTheCalendar(String text) {
    assertThat(message(text, DateOrder.UNKNOWN)).isEqualTo("Is not a day in the calendar");
  }

  @ParameterizedTest
  @CsvSource({"46022", "2026-12", "2026-12/31", "31.12/26", "2026-12-31 13:05", "tomorrow", "1-2"})
  void refusesWhatIsNoDate(String text) {
    assertThat(message(text, DateOrder.DAY_FIRST)).isEqualTo("Is not a date");
  }

  @ParameterizedTest
  @CsvSource({"31.12.26", "1/2/03", "01-02-99"})
  void saysThatAYearHasTwoDigits(String text) {
    assertThat(message(text, DateOrder.DAY_FIRST)).isEqualTo("Has a year of two digits");
  }

  @ParameterizedTest
  @EnumSource(
      value = DateOrder.class,
      names = {"DAY_FIRST", "MONTH_FIRST"})
  void saysWhatIsAccepted(DateOrder order) {
    assertThat(DateText.read("soon", order))
        .isEqualTo(
            new CellReading.Rejected("Is not a date", "a date such as 2026-12-31 or 31.12.2026"));
  }

  @Property
  void readsEveryDayAsSpreadsheetsOfBothOrdersWriteIt(
      @ForAll @IntRange(min = -100_000, max = 500_000) int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    CellReading expected = new CellReading.Value(day);
    assertThat(DateText.read(written(day, "dd/MM/yyyy"), DateOrder.DAY_FIRST)).isEqualTo(expected);
    assertThat(DateText.read(written(day, "d.M.yyyy"), DateOrder.UNKNOWN)).isEqualTo(expected);
    assertThat(DateText.read(written(day, "yyyy-M-d"), DateOrder.UNKNOWN)).isEqualTo(expected);
    if (day.getDayOfMonth() <= 12) {
      assertThat(DateText.read(written(day, "M/d/yyyy"), DateOrder.MONTH_FIRST))
          .isEqualTo(expected);
    }
  }

  private static String written(LocalDate day, String pattern) {
    return day.format(DateTimeFormatter.ofPattern(pattern));
  }

  private static String message(String text, DateOrder order) {
    return ((CellReading.Rejected) DateText.read(text, order)).message();
  }
}
