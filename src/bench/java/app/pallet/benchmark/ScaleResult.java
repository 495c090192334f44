package app.pallet.benchmark;

import java.util.List;

/**
 * How cost a row grows with the catalogue, in the shape in which {@code src/bench/run scale --json}
 * prints it.
 *
 * @param batchSize rows of a batch
 * @param journal SQLite's journal mode
 * @param synchronous SQLite's level of waiting for the disk
 * @param commitRows rows at most that are pending at once: more are added in several commits, and
 *     in as many transactions of plain JDBC
 * @param sizes one for each size that could be measured
 * @param leftOut what is said of each size that could not
 */
public record ScaleResult(
    int batchSize,
    String journal,
    String synchronous,
    int commitRows,
    List<Size> sizes,
    List<String> leftOut) {

  public ScaleResult {
    sizes = List.copyOf(sizes);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A catalogue of one size.
   *
   * @param rows products in it
   * @param rounds fresh catalogues it was measured on; figures are medians of them
   * @param adds all of them, into an empty catalogue
   * @param edits price and quantity of all of them
   * @param spread price and quantity of up to 100,000 of them, evenly spread over the file
   * @param keysMillis to read the keys of all rows, in milliseconds
   * @param pageMillis to read the last 200 rows by their keys, in milliseconds
   * @param megabytes of the file, with the ledger
   */
  public record Size(
      int rows,
      int rounds,
      Cost adds,
      Cost edits,
      Cost spread,
      double keysMillis,
      double pageMillis,
      double megabytes) {}

  /**
   * What a row costs.
   *
   * @param batch in Pallet's batch mode, in microseconds
   * @param jdbc as a plain JDBC batch, in microseconds
   * @param ratio the one over the other
   */
  public record Cost(double batch, double jdbc, double ratio) {

    static Cost of(long rows, long batchNanos, long jdbcNanos) {
      return new Cost(
          batchNanos / 1e3 / rows, jdbcNanos / 1e3 / rows, (double) batchNanos / jdbcNanos);
    }
  }
}
