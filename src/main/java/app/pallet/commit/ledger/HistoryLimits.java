package app.pallet.commit.ledger;

import java.time.Duration;

/**
 * How much of the ledger is kept.
 *
 * @param age older commits are forgotten
 * @param bytes the oldest commits are forgotten until the ledger is no larger, except the latest
 *     one, whatever its size
 */
public record HistoryLimits(Duration age, long bytes) {

  /** A year, and a quarter of a gigabyte. */
  public static final HistoryLimits DEFAULT =
      new HistoryLimits(Duration.ofDays(365), 256L * 1024 * 1024);

  public HistoryLimits {
    if (age.isNegative() || bytes < 0) {
      throw new IllegalArgumentException(age + ", " + bytes + " bytes");
    }
  }
}
