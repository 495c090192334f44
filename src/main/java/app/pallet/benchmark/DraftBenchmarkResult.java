package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Spread;
import java.util.List;

/**
 * What {@code pallet bench --draft} measured, in the shape in which {@code --json} prints it.
 *
 * @param rows rows of a large step, and of the catalogue
 * @param columns changed cells of a row
 * @param bytes size of the draft's file with one large step
 * @param results one for each kind of work
 */
public record DraftBenchmarkResult(int rows, int columns, long bytes, List<Measurement> results) {

  public DraftBenchmarkResult {
    results = List.copyOf(results);
  }

  /** The measurement of a kind of work. */
  public Measurement of(String work) {
    return results.stream().filter(m -> m.work().equals(work)).findFirst().orElseThrow();
  }

  /**
   * A kind of work.
   *
   * @param work {@code edit}: a cell, from the action until it would survive a power cut; {@code
   *     prepare}: a large step, encoded and written in the background; {@code record}: what is left
   *     of it for the window's thread; {@code fill}: a large step that was not prepared, on the
   *     window's thread with its patience; {@code restore}: a large draft, from looking for it
   *     until its changes are pending, each row compared with the catalogue
   * @param times how often it was measured
   * @param millis milliseconds for one
   */
  public record Measurement(String work, int times, Spread millis) {}
}
