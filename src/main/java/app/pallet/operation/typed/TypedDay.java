package app.pallet.operation.typed;

import app.pallet.operation.Operation;
import app.pallet.operation.SetTo;
import app.pallet.operation.ShiftDate;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.DateOrder;
import app.pallet.text.CalendarNames;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days in words and in short: {@code today}, {@code 1.5.}, {@code 1 May 2026}, {@code +7}. Without
 * a year the current one is meant. In a column of moments only {@code now} and {@code +7} are.
 *
 * @param format which comes first in {@code 1/5}
 * @param clock tells what day it is
 */
record TypedDay(Column column, CellFormat format, Clock clock) {

  private static final Pattern SHIFT = Pattern.compile("([+-])\\s*(\\d{1,4})\\s*([dwmy]?)");
  private static final Pattern SHORT = Pattern.compile("(\\d{1,2})([./-])\\s*(\\d{1,2})\\.?");
  private static final Pattern PARTS = Pattern.compile("[\\s.,]+");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern DAY = Pattern.compile("\\d{1,2}(st|nd|rd|th|er)?");

  private static final Map<String, Integer> WORDS =
      Map.of(
          "today", 0,
          "tomorrow", 1,
          "yesterday", -1,
          "heute", 0,
          "morgen", 1,
          "gestern", -1,
          "aujourd'hui", 0,
          "demain", 1,
          "hier", -1);

  /** What a text means; empty if it is no such day, but may be one written in full. */
  Optional<Operation> read(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    Matcher shift = SHIFT.matcher(word);
    if (shift.matches()) {
      return Optional.of(shift(shift));
    }
    if (column.type() == ColumnType.TIMESTAMP) {
      return word.equals("now") ? Optional.of(set(clock.instant().toString())) : Optional.empty();
    }
    Integer days = WORDS.get(word);
    if (days != null) {
      return Optional.of(set(today().plusDays(days).toString()));
    }
    Matcher brief = SHORT.matcher(word);
    return brief.matches() ? Optional.of(brief(text, brief)) : named(text);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private Operation set(String text) {
    return SetTo.of(text, List.of(column), CellFormat.PLAIN);
  }

  private Operation shift(Matcher shift) {
    int amount = Integer.parseInt(shift.group(2)) * (shift.group(1).equals("-") ? -1 : 1);
    return switch (shift.group(3)) {
      case "w" -> new ShiftDate(column, 0, amount * 7);
      case "m" -> new ShiftDate(column, amount, 0);
      case "y" -> new ShiftDate(column, amount * 12, 0);
      default -> new ShiftDate(column, 0, amount);
    };
  }

  /** A day and a month. With points the day comes first everywhere. */
  private Operation brief(String text, Matcher brief) {
    int first = Integer.parseInt(brief.group(1));
    int second = Integer.parseInt(brief.group(3));
    boolean isClear = brief.group(2).equals(".") || first > 12 || second > 12 || first == second;
    DateOrder order =
        !isClear ? format.dates() : second > 12 ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    if (brief.group(2).equals(".")) {
      order = DateOrder.DAY_FIRST;
    }
    return switch (order) {
      case DAY_FIRST -> day(text, today().getYear(), second, first);
      case MONTH_FIRST -> day(text, today().getYear(), first, second);
      case UNKNOWN -> refused(text, "Could be day or month first");
    };
  }

  private Optional<Operation> named(String text) {
    List<String> parts =
        new ArrayList<>(Stream.of(PARTS.split(text, -1)).filter(part -> !part.isEmpty()).toList());
    Optional<String> name = parts.stream().filter(p -> CalendarNames.month(p) > 0).findFirst();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    parts.remove(name.get());
    Optional<String> year = parts.stream().filter(p -> YEAR.matcher(p).matches()).findFirst();
    year.ifPresent(parts::remove);
    if (parts.size() != 1 || !DAY.matcher(parts.getFirst()).matches()) {
      return Optional.empty();
    }
    int day = Integer.parseInt(parts.getFirst().replaceAll("\\D", ""));
    return Optional.of(
        day(
            text,
            year.map(Integer::parseInt).orElse(today().getYear()),
            CalendarNames.month(name.get()),
            day));
  }

  private Operation day(String text, int year, int month, int day) {
    try {
      return set(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException e) { // what was typed is the problem's text
      return refused(text, "Is not a day in the calendar");
    }
  }

  private Operation refused(String text, String message) {
    return TypedText.refused(
        column,
        text,
        new CellReading.Rejected(message, "a date such as 2026-12-31, 31.12. or 31 December"));
  }
}
