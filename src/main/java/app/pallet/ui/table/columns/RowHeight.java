package app.pallet.ui.table.columns;

/** How high the rows of a table are; kept in the settings for each table. */
public enum RowHeight {
  /** More rows on the screen. */
  COMPACT(24),
  /** One line of text with some air. */
  NORMAL(28),
  /** Two lines of a long text. */
  TALL(40);

  private final double pixels;

  RowHeight(double pixels) {
    this.pixels = pixels;
  }

  /** The height of a row, in pixels. */
  public double pixels() {
    return pixels;
  }
}
