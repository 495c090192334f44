package app.pallet.commit.comparison;

import app.pallet.commit.CommitMode;
import java.time.Duration;

/**
 * How many rows a comparison of the modes takes at most, and how long it tries batch sizes.
 *
 * @param rows for the modes that are fast
 * @param oneByOneRows for one by one, which with all of them could take hours
 * @param sizeRows for each batch size
 * @param sizesTime no further batch size is tried once this is over
 */
public record ComparisonLimits(int rows, int oneByOneRows, int sizeRows, Duration sizesTime) {

  /** Enough for steady figures, and over within seconds on most disks. */
  public static final ComparisonLimits DEFAULT =
      new ComparisonLimits(100_000, 500, 40_000, Duration.ofSeconds(10));

  public ComparisonLimits {
    if (rows < 1 || oneByOneRows < 1 || sizeRows < 1) {
      throw new IllegalArgumentException("Nothing to compare with these limits");
    }
  }

  int of(CommitMode mode) {
    return mode == CommitMode.ONE_BY_ONE ? oneByOneRows : rows;
  }
}
