package app.pallet.spreadsheet.mapping;

/** From how many rows of a source it is told what its columns are. */
public final class SampleSize {

  private static final int MOST_ROWS = 1_000;
  private static final int FEWEST_ROWS = 50;

  /** Cells that may be held; a row may have 16,384. */
  private static final int MOST_CELLS = 1_000_000;

  private SampleSize() {}

  /** The number of rows for a source of so many columns. */
  public static int rows(int columns) {
    return Math.clamp(MOST_CELLS / Math.max(1, columns), FEWEST_ROWS, MOST_ROWS);
  }
}
