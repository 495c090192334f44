package app.pallet.operation.example;

import app.pallet.operation.RowCells;
import app.pallet.operation.recipe.Step;
import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may have been done to numbers: an amount, a percentage, a factor over another column; and
 * then an ending or a rounding. Where a rounding has hidden the exact percentage, all that would
 * give the same results lie between two bounds, and the roundest of these is guessed.
 */
final class NumberGuesses {

  private static final MathContext EXACT = MathContext.DECIMAL64;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final List<BigDecimal> UNITS = numbers("10 5 1 0.5 0.1 0.05 0.01");
  private static final List<BigDecimal> ROUND = numbers("10 5 1 0.5 0.25 0.1 0.05 0.01 0.001");
  private static final List<BigDecimal> FACTORS = numbers("1 0.5 0.1 0.05 0.01 0.001 0.0001");

  private final RuleFinder finder;
  private final List<BigDecimal> after = new ArrayList<>();

  NumberGuesses(RuleFinder finder) {
    this.finder = finder;
  }

  private static List<BigDecimal> numbers(String all) {
    return Stream.of(all.split(" ", -1)).map(BigDecimal::new).toList();
  }

  /**
   * What comes last.
   *
   * @param steps none, or the one that gives the ending
   * @param below how far below its result a number may have been
   * @param above how far above
   * @param lowest a result that is less may come from any number from 0 on, because the ending
   *     allows none below it
   */
  private record Finish(List<Step> steps, BigDecimal below, BigDecimal above, BigDecimal lowest) {

    BigDecimal least(BigDecimal result) {
      return result.compareTo(lowest) < 0 ? BigDecimal.ZERO : result.subtract(below);
    }
  }

  /** Numbers from one to another. */
  private record Bounds(BigDecimal least, BigDecimal greatest) {

    boolean has(BigDecimal number) {
      return least.compareTo(number) <= 0 && number.compareTo(greatest) <= 0;
    }

    /** The roundest numbers between them, the roundest first. */
    Stream<BigDecimal> roundest(List<BigDecimal> units) {
      return least.compareTo(greatest) > 0
          ? Stream.empty()
          : units.stream().flatMap(this::multiples).distinct();
    }

    private Stream<BigDecimal> multiples(BigDecimal unit) {
      BigDecimal middle = least.add(greatest).divide(TWO, EXACT);
      BigDecimal near = middle.divide(unit, 0, RoundingMode.HALF_EVEN).multiply(unit);
      BigDecimal first = least.divide(unit, 0, RoundingMode.CEILING).multiply(unit);
      BigDecimal last = greatest.divide(unit, 0, RoundingMode.FLOOR).multiply(unit);
      return Stream.of(near, first, last).filter(this::has);
    }
  }

  Stream<List<Step>> all() {
    for (Example example : finder.examples()) {
      BigDecimal number = number(example.after());
      if (number == null) {
        return Stream.empty();
      }
      after.add(number);
    }
    Finish none = rounding();
    List<Finish> finishes = Stream.concat(endings(), units()).toList();
    Optional<List<BigDecimal>> own = values(finder.column());
    Stream<List<Step>> ofItself =
        own.stream()
            .flatMap(values ->
                Stream.of(
                        amounts(values, exactly(), ""),
                        percents(values, none),
                        finishes.stream().map(Finish::steps),
                        finishes.stream().flatMap(finish -> percents(values, finish)),
                        finishes.stream().flatMap(finish -> amounts(values, finish, "")))
                    .flatMap(guesses -> guesses));
    Stream<List<Step>> ofOthers =
        finder.schema().dataColumns().stream()
            .filter(other -> other.type().isNumeric() && !other.equals(finder.column()))
            .flatMap(other -> ofOther(other, none, finishes));
    return Stream.concat(ofItself, ofOthers);
  }

  private Stream<List<Step>> ofOther(Column other, Finish none, List<Finish> finishes) {
    String name = Step.nameOf(other, finder.schema());
    return values(other).stream()
        .flatMap(values ->
            Stream.of(
                    amounts(values, exactly(), name),
                    factors(values, none, name),
                    finishes.stream().flatMap(finish -> factors(values, finish, name)))
                .flatMap(guesses -> guesses));
  }

  /** What the decimals of the column hide. */
  private Finish rounding() {
    BigDecimal half = BigDecimal.ONE.movePointLeft(Math.max(0, scale())).divide(TWO);
    return new Finish(List.of(), half, half, BigDecimal.ZERO);
  }

  private int scale() {
    return finder.column().type().valueClass() == Long.class ? 0 : finder.column().rules().scale();
  }

  private static Finish exactly() {
    return new Finish(List.of(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private Stream<Finish> endings() {
    return Stream.of(BigDecimal.ONE, BigDecimal.TEN)
        .flatMap(step -> {
          BigDecimal ending = after.getFirst().remainder(step).abs();
          boolean isCommon =
              ending.signum() > 0
                  && (step.compareTo(BigDecimal.ONE) == 0 || ending.compareTo(BigDecimal.ONE) >= 0)
                  && after.stream().allMatch(a -> a.remainder(step).compareTo(ending) == 0);
          return isCommon ? directions("ending", "ending", ending, step) : Stream.empty();
        });
  }

  private Stream<Finish> units() {
    return UNITS.stream()
        .filter(unit -> after.stream().allMatch(a -> a.remainder(unit).signum() == 0))
        .flatMap(unit -> directions("round", "to", unit, unit));
  }

  private Stream<Finish> directions(
      String operation, String word, BigDecimal value, BigDecimal step) {
    BigDecimal half = step.divide(TWO);
    BigDecimal lowest = operation.equals("ending") ? step : BigDecimal.ZERO;
    return Stream.of(
        new Finish(steps(operation, word, value, "nearest"), half, half, lowest),
        new Finish(steps(operation, word, value, "up"), step, BigDecimal.ZERO, BigDecimal.ZERO),
        new Finish(steps(operation, word, value, "down"), BigDecimal.ZERO, step, BigDecimal.ZERO));
  }

  private List<Step> steps(String operation, String word, BigDecimal value, String direction) {
    return List.of(finder.step(operation, word, plain(value), "direction", direction));
  }

  private Stream<List<Step>> percents(List<BigDecimal> values, Finish finish) {
    return ratios(values, finish).stream()
        .map(bounds ->
            new Bounds(
                bounds.least().subtract(BigDecimal.ONE).multiply(HUNDRED),
                bounds.greatest().subtract(BigDecimal.ONE).multiply(HUNDRED)))
        .flatMap(bounds -> bounds.roundest(ROUND))
        .filter(percent -> percent.signum() != 0)
        .map(percent -> with(finder.step("percent", "by", plain(percent)), finish));
  }

  private Stream<List<Step>> factors(List<BigDecimal> values, Finish finish, String from) {
    return ratios(values, finish).stream()
        .flatMap(bounds -> bounds.roundest(FACTORS))
        .map(factor -> with(finder.step("multiply", "by", plain(factor), "from", from), finish));
  }

  private Stream<List<Step>> amounts(List<BigDecimal> values, Finish finish, String from) {
    Bounds bounds = null;
    for (int i = 0; i < values.size(); i++) {
      BigDecimal result = after.get(i);
      bounds =
          narrower(
              bounds,
              finish.least(result).subtract(values.get(i)),
              result.add(finish.above()).subtract(values.get(i)));
    }
    return Optional.ofNullable(bounds).stream()
        .flatMap(found ->
            found.least().compareTo(found.greatest()) == 0
                ? Stream.of(found.least())
                : found.roundest(ROUND))
        .filter(amount -> amount.signum() != 0)
        .map(amount ->
            with(
                from.isEmpty()
                    ? finder.step("add", "by", plain(amount))
                    : finder.step("add", "by", plain(amount), "from", from),
                finish));
  }

  private Optional<Bounds> ratios(List<BigDecimal> values, Finish finish) {
    Bounds bounds = null;
    for (int i = 0; i < values.size(); i++) {
      BigDecimal value = values.get(i);
      if (value.signum() <= 0) {
        return Optional.empty();
      }
      bounds =
          narrower(
              bounds,
              finish.least(after.get(i)).divide(value, EXACT),
              after.get(i).add(finish.above()).divide(value, EXACT));
    }
    return Optional.ofNullable(bounds);
  }

  private static Bounds narrower(@Nullable Bounds bounds, BigDecimal least, BigDecimal greatest) {
    return bounds == null
        ? new Bounds(least, greatest)
        : new Bounds(bounds.least().max(least), bounds.greatest().min(greatest));
  }

  private static List<Step> with(Step first, Finish finish) {
    return Stream.concat(Stream.of(first), finish.steps().stream()).toList();
  }

  /** What the rows held in a column of numbers, unless one of them held none. */
  private Optional<List<BigDecimal>> values(Column source) {
    List<BigDecimal> values = new ArrayList<>(after.size());
    for (Example example : finder.examples()) {
      RowCells row = example.before();
      BigDecimal value = row.rejectedText(source).isPresent() ? null : number(row.value(source));
      if (value == null) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(values);
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number -> number;
      case Long number -> BigDecimal.valueOf(number);
      case null, default -> null;
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
