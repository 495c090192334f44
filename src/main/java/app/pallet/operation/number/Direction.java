package app.pallet.operation.number;

import java.math.RoundingMode;

/** Which of two neighbouring round numbers is taken. */
public enum Direction {
  /** The nearer one; of two that are equally near, the greater in amount. */
  NEAREST(RoundingMode.HALF_UP),
  /** The greater one. */
  UP(RoundingMode.CEILING),
  /** The smaller one. */
  DOWN(RoundingMode.FLOOR);

  private final RoundingMode mode;

  Direction(RoundingMode mode) {
    this.mode = mode;
  }

  /** The same as Java calls it. */
  public RoundingMode mode() {
    return mode;
  }
}
