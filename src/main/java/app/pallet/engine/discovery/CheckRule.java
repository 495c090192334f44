package app.pallet.engine.discovery;

import java.math.BigDecimal;
import java.util.List;

/**
 * A rule that the database checks whenever a row is written. An empty cell passes all of them.
 * Equal by value; for any thread.
 */
public sealed interface CheckRule {

  /**
   * A cell holds one of these.
   *
   * @param column whose cells
   * @param choices as texts
   */
  record OneOf(String column, List<String> choices) implements CheckRule {

    /** Keeps the choices as they are now. */
    public OneOf {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A number is not below, or not above, another one.
   *
   * @param column whose cells
   * @param side on which the bound is
   * @param included whether the bound itself is allowed
   * @param value the bound
   */
  record Bound(String column, Side side, boolean included, BigDecimal value) implements CheckRule {}

  /** On which side of the numbers a bound is. */
  enum Side {
    /** The least. */
    LOWER,
    /** The most. */
    UPPER
  }

  /**
   * A text has at most so many characters.
   *
   * @param column whose cells
   * @param characters code points
   */
  record Longest(String column, int characters) implements CheckRule {}

  /**
   * Anything else, which only the database can judge.
   *
   * @param sql the condition, as whoever made the table wrote it
   */
  record Other(String sql) implements CheckRule {}
}
