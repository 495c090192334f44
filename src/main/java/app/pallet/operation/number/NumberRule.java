package app.pallet.operation.number;

import app.pallet.operation.NoResultException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What becomes of a number. Exact, except for divisions, which keep 34 digits. Immutable. */
public sealed interface NumberRule {

  /** Digits that a division keeps. */
  MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);

  /**
   * The number that comes of another one.
   *
   * @throws NoResultException if none does
   */
  BigDecimal apply(BigDecimal number);

  /** Adds an amount, which may be negative. */
  record Add(BigDecimal amount) implements NumberRule {
    @Override
    public BigDecimal apply(BigDecimal number) {
      return number.add(amount);
    }
  }

  /** Adds a part of the number itself, in percent; negative to take it off. */
  record Percent(BigDecimal percent) implements NumberRule {
    @Override
    public BigDecimal apply(BigDecimal number) {
      return number.multiply(BigDecimal.ONE.add(percent.movePointLeft(2)));
    }
  }

  /** Multiplies, such as the cost by 2.5. */
  record Multiply(BigDecimal factor) implements NumberRule {
    @Override
    public BigDecimal apply(BigDecimal number) {
      return number.multiply(factor);
    }
  }

  /** Divides, such as a price of a dozen by 12. */
  record Divide(BigDecimal divisor) implements NumberRule {
    @Override
    public BigDecimal apply(BigDecimal number) {
      if (divisor.signum() == 0) {
        throw new NoResultException("Nothing can be divided by 0");
      }
      return number.divide(divisor, DIGITS);
    }
  }

  /**
   * The price of which the number is the cost.
   *
   * @param percent of the price that is earned, below 100
   */
  record Margin(BigDecimal percent) implements NumberRule {

    public Margin {
      if (percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
        throw new IllegalArgumentException("A margin is less than 100 %, not " + plain(percent));
      }
    }

    @Override
    public BigDecimal apply(BigDecimal number) {
      return number.divide(BigDecimal.ONE.subtract(percent.movePointLeft(2)), DIGITS);
    }
  }

  /**
   * Rounds to a multiple of a number.
   *
   * @param unit above 0, such as 0.05 or 10
   */
  record RoundTo(BigDecimal unit, Direction direction) implements NumberRule {

    public RoundTo {
      if (unit.signum() <= 0) {
        throw new IllegalArgumentException("Rounding needs a number above 0, not " + plain(unit));
      }
    }

    @Override
    public BigDecimal apply(BigDecimal number) {
      return number.divide(unit, 0, direction.mode()).multiply(unit);
    }
  }

  /**
   * Gives an amount an ending: 12.40 becomes 12.99 by 0.99, and 9.99 or 19.99 by 9.99.
   *
   * @param ending at least 0; what is left of it is free from its greatest digit on, or from the
   *     decimal sign on if it is below 1
   */
  record Ending(BigDecimal ending, Direction direction) implements NumberRule {

    public Ending {
      if (ending.signum() < 0) {
        throw new IllegalArgumentException("An ending is at least 0, not " + plain(ending));
      }
    }

    @Override
    public BigDecimal apply(BigDecimal number) {
      if (number.signum() < 0) {
        throw new NoResultException("Is below 0, where prices have no ending");
      }
      BigDecimal step = BigDecimal.ONE;
      while (step.compareTo(ending) <= 0) {
        step = step.movePointRight(1);
      }
      BigDecimal steps = number.subtract(ending).divide(step, 0, direction.mode());
      if (direction == Direction.NEAREST) {
        steps = steps.max(BigDecimal.ZERO);
      }
      BigDecimal result = steps.multiply(step).add(ending);
      if (result.signum() < 0) {
        throw new NoResultException(
            "There is no number from 0 to %s that ends in %s"
                .formatted(plain(number), plain(ending)));
      }
      return result;
    }
  }

  /** Raises what is smaller to a floor. */
  record AtLeast(BigDecimal floor) implements NumberRule {
    @Override
    public BigDecimal apply(BigDecimal number) {
      return number.max(floor);
    }
  }

  /** Lowers what is greater to a ceiling. */
  record AtMost(BigDecimal ceiling) implements NumberRule {
    @Override
    public BigDecimal apply(BigDecimal number) {
      return number.min(ceiling);
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
