package app.pallet.benchmark;

import app.pallet.benchmark.ScaleResult.Cost;
import app.pallet.benchmark.ScaleResult.Size;
import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;

/**
 * Measures how cost a row grows with the catalogue: each size on fresh scratch catalogues, Pallet's
 * batch mode and plain JDBC taking turns part by part. Small sizes are measured several times. A
 * size for which the disk has no room is left out, and the result says so.
 */
public final class ScaleBenchmark implements Work<ScaleResult> {

  /** Rows that are pending at once: as many as fit into the heap of a small machine. */
  private static final int COMMIT_ROWS = 250_000;

  /** Rows a size is measured on at least, in as many rounds as that takes. */
  private static final int ENOUGH_ROWS = 50_000;

  private static final int MOST_ROUNDS = 10;
  private static final int WARM_UP_ROWS = 10_000;

  /** What a row takes on the disk: two files of 0.7 kB a row, copies of pages in the log. */
  private static final long BYTES_A_ROW = 2_000;

  private final List<Integer> sizes;
  private final int batchSize;
  private final ConnectionSettings settings;
  private final Path folder;

  /**
   * Prepares a benchmark.
   *
   * @param sizes rows of each catalogue, at least 1
   * @param folder where the scratch files go; its disk is what is measured
   */
  public ScaleBenchmark(
      List<Integer> sizes, int batchSize, ConnectionSettings settings, Path folder) {
    if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException("Can't measure catalogues of " + sizes + " rows");
    }
    this.sizes = List.copyOf(sizes);
    this.batchSize = batchSize;
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Measures; a cancel is seen after the part that is going on.
   *
   * @throws CancellationException if it was cancelled
   * @throws SQLException if plain JDBC fails
   * @throws IOException if the disk can't be asked for its room
   */
  @Override
  public ScaleResult run(WorkMonitor monitor) throws SQLException, IOException {
    monitor.begin("Warming up", WorkMonitor.UNKNOWN);
    measure(WARM_UP_ROWS, monitor);
    long all = sizes.stream().mapToLong(size -> (long) size * rounds(size)).sum();
    monitor.begin("Measuring", all);
    List<Size> measured = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (int size : sizes) {
      long room = Files.getFileStore(folder.toAbsolutePath()).getUsableSpace();
      if (room < size * BYTES_A_ROW) {
        leftOut.add(
            "%,d rows: would take about %,d MB, and the disk has room for %,d MB"
                .formatted(size, size * BYTES_A_ROW / 1_000_000, room / 1_000_000));
        continue;
      }
      List<Size> runs = new ArrayList<>();
      for (int round = 0; round < rounds(size); round++) {
        runs.add(measure(size, monitor));
      }
      measured.add(median(runs));
    }
    return new ScaleResult(
        batchSize,
        settings.journalMode().name(),
        settings.synchronous().name(),
        COMMIT_ROWS,
        measured,
        leftOut);
  }

  private static int rounds(int size) {
    return Math.clamp(ENOUGH_ROWS / size, 1, MOST_ROUNDS);
  }

  private Size measure(int size, WorkMonitor monitor) throws SQLException, IOException {
    try (ScratchFolder scratch = ScratchFolder.in(folder);
        ScaledCatalogue catalogue = new ScaledCatalogue(scratch, size, batchSize, settings)) {
      for (int from = 0; from < size; from += COMMIT_ROWS) {
        requireWanted(monitor);
        int to = Math.min(size, from + COMMIT_ROWS);
        monitor.message("%,d of %,d rows".formatted(to, size));
        catalogue.add(from, to);
        monitor.worked(to - from);
      }
      for (int from = 0; from < size; from += COMMIT_ROWS) {
        requireWanted(monitor);
        catalogue.edit(from, Math.min(size, from + COMMIT_ROWS));
      }
      return catalogue.finish();
    }
  }

  private static void requireWanted(WorkMonitor monitor) {
    if (monitor.isCancelled()) {
      throw new CancellationException("The benchmark was cancelled");
    }
  }

  private static Size median(List<Size> runs) {
    Size any = runs.getFirst();
    return new Size(
        any.rows(),
        runs.size(),
        cost(runs.stream().map(Size::adds).toList()),
        cost(runs.stream().map(Size::edits).toList()),
        cost(runs.stream().map(Size::spread).toList()),
        median(runs, Size::keysMillis),
        median(runs, Size::pageMillis),
        median(runs, Size::megabytes));
  }

  private static Cost cost(List<Cost> costs) {
    return new Cost(
        median(costs, Cost::batch), median(costs, Cost::jdbc), median(costs, Cost::ratio));
  }

  private static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
    List<T> sorted = runs.stream().sorted(Comparator.comparingDouble(figure)).toList();
    return figure.applyAsDouble(sorted.get(sorted.size() / 2));
  }
}
