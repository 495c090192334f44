package app.pallet.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What many numbers come to, exactly. Immutable.
 *
 * @param count how many there are
 * @param sum of all
 * @param least null of none
 * @param greatest null of none
 */
public record NumberTotals(
    long count, BigDecimal sum, @Nullable BigDecimal least, @Nullable BigDecimal greatest) {

  /** Of no number. */
  public static final NumberTotals NONE = new NumberTotals(0, BigDecimal.ZERO, null, null);

  /** With one more. */
  public NumberTotals plus(BigDecimal number) {
    return plus(new NumberTotals(1, number, number, number));
  }

  /** Of these and others. */
  public NumberTotals plus(NumberTotals other) {
    return new NumberTotals(
        count + other.count,
        sum.add(other.sum),
        least == null ? other.least : other.least == null ? least : least.min(other.least),
        greatest == null
            ? other.greatest
            : other.greatest == null ? greatest : greatest.max(other.greatest));
  }

  /** The mean of all, with two decimals; empty of none. */
  public Optional<BigDecimal> average() {
    return count == 0
        ? Optional.empty()
        : Optional.of(sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP));
  }
}
