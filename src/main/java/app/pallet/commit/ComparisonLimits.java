package app.pallet.commit;

/**
 * How many rows a comparison of the modes takes at most.
 *
 * @param rows for the modes that are fast
 * @param oneByOneRows for one by one, which with all of them could take hours
 */
public record ComparisonLimits(int rows, int oneByOneRows) {

  /** Enough for steady figures, and over within seconds on most disks. */
  public static final ComparisonLimits DEFAULT = new ComparisonLimits(100_000, 500);

  public ComparisonLimits {
    if (rows < 1 || oneByOneRows < 1) {
      throw new IllegalArgumentException("Nothing to compare: " + rows + ", " + oneByOneRows);
    }
  }

  int of(CommitMode mode) {
    return mode == CommitMode.ONE_BY_ONE ? oneByOneRows : rows;
  }
}
