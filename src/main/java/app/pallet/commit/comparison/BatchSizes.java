package app.pallet.commit.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How fast batch mode went with different batch sizes, on scratch copies of the catalogue, and what
 * follows from it.
 *
 * @param rates one for each size that was tried, the smallest first
 */
public record BatchSizes(List<Rate> rates) {

  /** None were tried: too little is pending, or all of it is one transaction anyway. */
  public static final BatchSizes NONE = new BatchSizes(List.of());

  /** Sizes that are tried: each can be told from the next, and the largest still hears a cancel. */
  static final List<Integer> TRIED = List.of(100, 500, 1_000, 5_000, 20_000);

  /** A smaller batch loses less to a cancel or a crash; it may be so much slower for that. */
  private static final double AS_GOOD = 0.9;

  public BatchSizes {
    rates = rates.stream().sorted(Comparator.comparingInt(Rate::batchSize)).toList();
  }

  /**
   * One size.
   *
   * @param batchSize rows of a batch
   * @param rows rows that were committed
   * @param nanos how long it took, in nanoseconds
   */
  public record Rate(int batchSize, int rows, long nanos) {

    /** Rows a second. */
    public double rowsPerSecond() {
      return rows / (nanos / 1e9);
    }
  }

  /** The fastest size. */
  public Optional<Rate> fastest() {
    return rates.stream().max(Comparator.comparingDouble(Rate::rowsPerSecond));
  }

  /**
   * The smallest size that is within a tenth of the fastest; empty where fewer than two were tried.
   */
  public Optional<Rate> suggested() {
    if (rates.size() < 2) {
      return Optional.empty();
    }
    double enough = AS_GOOD * fastest().orElseThrow().rowsPerSecond();
    return rates.stream().filter(rate -> rate.rowsPerSecond() >= enough).findFirst();
  }
}
