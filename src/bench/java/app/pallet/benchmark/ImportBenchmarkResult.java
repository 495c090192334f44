package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Spread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code src/bench/run import} measured, in the shape in which {@code --json} prints it.
 *
 * @param rows rows of the files
 * @param columns cells of a row
 * @param results one for each kind of file and each reader
 * @param longImport the import with little memory, or null where it was left out
 */
public record ImportBenchmarkResult(
    int rows, int columns, List<Measurement> results, @Nullable LongImport longImport) {

  public ImportBenchmarkResult {
    results = List.copyOf(results);
  }

  /**
   * A kind of file, read by one of the competitors.
   *
   * @param work {@code csv} or {@code xlsx}
   * @param reader {@code library}: the format's library alone, into strings; {@code pallet-source}:
   *     texts as Pallet gets them; {@code pallet}: from the file to adds and edits
   * @param seconds for one file
   * @param ratio time over that of {@code library} in the same round
   */
  public record Measurement(String work, String reader, Spread seconds, Spread ratio) {}

  /**
   * An import from the command line in a process of its own.
   *
   * @param rows rows of the file
   * @param heapMegabytes the largest heap it may have
   * @param committed rows that are in the catalogue afterwards
   * @param seconds from the start of the process to its end
   */
  public record LongImport(long rows, int heapMegabytes, long committed, double seconds) {}
}
