package app.pallet.operation.fill;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rule by which some values go on, as a function of the place behind the last of them. */
@FunctionalInterface
interface SeriesRule {

  /** The last digits of a text, few enough to count with, between what stands around them. */
  Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,18})(\\D*)", Pattern.DOTALL);

  /**
   * The value as its column's parser reads it; null if none comes there.
   *
   * @param place 1 for the first that follows
   */
  @Nullable String at(long place);

  /** The rule that values show; empty if they show none. */
  static Optional<SeriesRule> of(List<Object> values) {
    return switch (values.isEmpty() ? "" : values.getFirst()) {
      case Long number -> numbers(values);
      case BigDecimal number -> numbers(values);
      case LocalDate day -> all(values, LocalDate.class).flatMap(SeriesRule::days);
      case Instant moment -> all(values, Instant.class).flatMap(SeriesRule::moments);
      case String text when !text.isEmpty() ->
          all(values, String.class)
              .flatMap(texts -> NameCycle.rule(texts).or(() -> numbered(texts)));
      default -> Optional.empty();
    };
  }

  private static <T> Optional<List<T>> all(List<Object> values, Class<T> type) {
    return values.stream().allMatch(type::isInstance)
        ? Optional.of(values.stream().map(type::cast).toList())
        : Optional.empty();
  }

  private static Optional<SeriesRule> numbers(List<Object> values) {
    if (!values.stream().allMatch(v -> v instanceof Long || v instanceof BigDecimal)) {
      return Optional.empty();
    }
    List<BigDecimal> numbers =
        values.stream()
            .map(v -> v instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) v)
            .toList();
    BigDecimal step =
        numbers.size() == 1 ? BigDecimal.ONE : numbers.get(1).subtract(numbers.getFirst());
    boolean isEven =
        IntStream.range(1, numbers.size())
            .mapToObj(i -> numbers.get(i).subtract(numbers.get(i - 1)))
            .allMatch(difference -> difference.compareTo(step) == 0);
    return isEven
        ? Optional.of(place ->
            numbers
                .getLast()
                .add(step.multiply(BigDecimal.valueOf(place)))
                .stripTrailingZeros()
                .toPlainString())
        : Optional.empty();
  }

  /** Texts that differ only in one number, such as SKU-009: its zeros are kept. */
  private static Optional<SeriesRule> numbered(List<String> texts) {
    List<Matcher> parts = texts.stream().map(NUMBERED::matcher).toList();
    if (!parts.stream().allMatch(Matcher::matches)) {
      return Optional.empty();
    }
    Matcher last = parts.getLast();
    boolean sameAround =
        parts.stream()
            .allMatch(
                part -> part.group(1).equals(last.group(1)) && part.group(3).equals(last.group(3)));
    OptionalLong step =
        sameAround
            ? step(parts.stream().map(part -> Long.parseLong(part.group(2))).toList())
            : OptionalLong.empty();
    if (step.isEmpty()) {
      return Optional.empty();
    }
    long number = Long.parseLong(last.group(2));
    int digits = last.group(2).length();
    return Optional.of(place -> {
      BigInteger next = // of 18 digits twice, it may be more than 64 bits
          BigInteger.valueOf(step.getAsLong())
              .multiply(BigInteger.valueOf(place))
              .add(BigInteger.valueOf(number));
      String text = next.toString();
      return next.signum() < 0
          ? null
          : last.group(1) + "0".repeat(Math.max(0, digits - text.length())) + text + last.group(3);
    });
  }

  /** What is added from one to the next; 1 for a single number, nothing if it is not the same. */
  private static OptionalLong step(List<Long> numbers) {
    long step = numbers.size() == 1 ? 1 : numbers.get(1) - numbers.getFirst();
    return IntStream.range(1, numbers.size())
            .allMatch(i -> numbers.get(i) - numbers.get(i - 1) == step)
        ? OptionalLong.of(step)
        : OptionalLong.empty();
  }

  private static Optional<SeriesRule> days(List<LocalDate> days) {
    return months(days)
        .or(() ->
            step(days.stream().map(LocalDate::toEpochDay).toList()).stream()
                .mapToObj(step ->
                    (Function<Long, LocalDate>) place -> days.getLast().plusDays(step * place))
                .findFirst())
        .map(day -> place -> day.apply(place).toString());
  }

  private static Optional<SeriesRule> moments(List<Instant> moments) {
    List<LocalDateTime> times =
        moments.stream().map(moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC)).toList();
    boolean sameTime = times.stream().map(LocalDateTime::toLocalTime).distinct().count() == 1;
    if (sameTime) { // else there is no day to count in
      return days(times.stream().map(LocalDateTime::toLocalDate).toList())
          .map(days ->
              place ->
                  LocalDate.parse(String.valueOf(days.at(place)))
                      .atTime(times.getLast().toLocalTime())
                      .toInstant(ZoneOffset.UTC)
                      .toString());
    }
    return step(moments.stream().map(Instant::toEpochMilli).toList()).stream()
        .mapToObj(millis ->
            (SeriesRule)
                place -> moments.getLast().plus(Duration.ofMillis(millis * place)).toString())
        .findFirst();
  }

  /** Months from day to day, for days that are the same of each month, or the last of each. */
  private static Optional<Function<Long, LocalDate>> months(List<LocalDate> days) {
    List<YearMonth> months = days.stream().map(YearMonth::from).toList();
    boolean sameDay = days.stream().map(LocalDate::getDayOfMonth).distinct().count() == 1;
    boolean lastDay = days.stream().allMatch(day -> day.equals(YearMonth.from(day).atEndOfMonth()));
    long step = days.size() < 2 ? 0 : months.getFirst().until(months.get(1), ChronoUnit.MONTHS);
    List<Long> counted = new ArrayList<>();
    months.forEach(month -> counted.add(months.getFirst().until(month, ChronoUnit.MONTHS)));
    if (step == 0 || (!sameDay && !lastDay) || step(counted).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        sameDay
            ? place -> days.getLast().plusMonths(step * place)
            : place -> months.getLast().plusMonths(step * place).atEndOfMonth());
  }
}
