package app.pallet.ui.log;

/**
 * One bar of the chart: a way of committing and how fast it was measured to be.
 *
 * @param name the way, as the user reads it
 * @param rowsPerSecond the measured pace
 * @param ratio how many times the pace of the slowest way, which has 1
 * @param remark what was measured, such as {@code 100,000 rows in 1.6 s}
 */
public record RateBar(String name, double rowsPerSecond, double ratio, String remark) {

  public RateBar {
    if (!(rowsPerSecond >= 0)) {
      throw new IllegalArgumentException(name + ": " + rowsPerSecond + " rows/s");
    }
  }
}
