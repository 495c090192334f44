package app.pallet.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * What a benchmark measured, in the shape in which {@code pallet bench --json} prints it.
 *
 * @param rows products of the catalogue
 * @param batchSize rows of a batch in Pallet's modes
 * @param journal SQLite's journal mode
 * @param synchronous SQLite's level of waiting for the disk
 * @param results one for each kind of work and each mode
 */
public record BenchmarkResult(
    int rows, int batchSize, String journal, String synchronous, List<Measurement> results) {

  public BenchmarkResult {
    results = List.copyOf(results);
  }

  /** The measurement of a kind of work in a mode, such as {@code ("add", "batch")}. */
  public Measurement of(String work, String mode) {
    return results.stream()
        .filter(m -> m.work().equals(work) && m.mode().equals(mode))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No " + work + " in mode " + mode));
  }

  /**
   * One kind of work in one mode.
   *
   * @param work {@code add}, {@code edit} or {@code delete}
   * @param mode {@code jdbc-batch}, {@code batch}, {@code add-all} or {@code one-by-one}
   * @param rows rows written in each round
   * @param seconds for these rows
   * @param ratio time a row over that of {@code jdbc-batch} in the same round
   */
  public record Measurement(String work, String mode, int rows, Spread seconds, Spread ratio) {}

  /** The spread of a figure over the rounds. */
  public record Spread(double min, double median, double max) {

    /**
     * The spread of figures; of an even number, the upper one in the middle is the median.
     *
     * @param figures at least one
     */
    static Spread of(double... figures) {
      double[] sorted = figures.clone();
      Arrays.sort(sorted);
      return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
  }
}
