package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Spread;
import app.pallet.change.RowChange;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.commit.writing.CommitTask;
import app.pallet.database.CatalogueDatabase;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Measures what it costs to find the rows that a database refuses: the same adds without and with
 * rows whose unique value is taken, spread evenly, in turns. Each run begins with an empty file.
 */
public final class BisectionBenchmark implements Work<BisectionResult> {

  private final BenchmarkOptions options;
  private final int bad;
  private final Path folder;

  /**
   * Prepares a benchmark.
   *
   * @param options rows to add, batch size, rounds and SQLite's settings
   * @param bad how many of the rows are refused
   * @param folder where the scratch files go; its disk is what is measured
   */
  public BisectionBenchmark(BenchmarkOptions options, int bad, Path folder) {
    if (bad < 1 || bad > options.rows() / 2) {
      throw new IllegalArgumentException(
          "%d of %d rows can't be bad".formatted(bad, options.rows()));
    }
    this.options = options;
    this.bad = bad;
    this.folder = folder;
  }

  /**
   * Measures; a cancel is seen after the run that is going on.
   *
   * @throws CancellationException if it was cancelled
   */
  @Override
  public BisectionResult run(WorkMonitor monitor) {
    TableSchema schema = ProductSchema.create();
    List<RowChange> clean = new BenchmarkRows(schema, options.rows()).adds();
    List<RowChange> dirty = spoilt(clean, schema.matchColumn());
    List<Double> seconds = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    int rounds = options.warmUps() + options.rounds();
    monitor.begin("Measuring", rounds);
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      Path empty = scratch.newFile();
      CatalogueDatabase.create(empty, schema, options.settings()).close();
      for (int round = 0; round < rounds; round++) {
        if (monitor.isCancelled()) {
          throw new CancellationException("The benchmark was cancelled");
        }
        boolean cleanFirst = round % 2 == 0;
        double first = commit(scratch.copyOf(empty), cleanFirst ? clean : dirty);
        double second = commit(scratch.copyOf(empty), cleanFirst ? dirty : clean);
        if (round >= options.warmUps()) {
          seconds.add(cleanFirst ? second : first);
          ratios.add(cleanFirst ? second / first : first / second);
        }
        monitor.worked(1);
      }
    }
    return new BisectionResult(
        options.rows(), bad, options.batchSize(), spread(seconds), spread(ratios));
  }

  /** The rows, some of them with the unique value of the row before, at equal distances. */
  private List<RowChange> spoilt(List<RowChange> rows, String unique) {
    int step = rows.size() / bad;
    return IntStream.range(0, rows.size())
        .mapToObj(i ->
            i % step == step - 1 && i / step < bad
                ? copying(rows.get(i), rows.get(i - 1), unique)
                : rows.get(i))
        .toList();
  }

  private static RowChange copying(RowChange row, RowChange other, String unique) {
    RowChange.Add add = (RowChange.Add) row;
    Column column =
        add.after().columns().asList().stream()
            .filter(c -> c.name().equals(unique))
            .findFirst()
            .orElseThrow();
    RowValues after = add.after().with(column, other.after().get(column));
    return new RowChange.Add(add.key(), after, add.origin(), List.of());
  }

  private double commit(Path file, List<RowChange> rows) {
    CommitPlan plan =
        new CommitPlan(CommitMode.BATCH, options.batchSize(), TransactionScope.PER_BATCH);
    try (CatalogueDatabase database = CatalogueDatabase.open(file, options.settings())) {
      database.sessionFactory();
      long began = System.nanoTime();
      CommitReport report =
          new CommitTask(database, rows, plan, CommitListener.NONE).run(WorkMonitor.NONE);
      double seconds = (System.nanoTime() - began) / 1e9;
      if (report.pending() > 0 || (report.failed() != 0 && report.failed() != bad)) {
        throw new IllegalStateException(
            "%d committed, %d refused".formatted(report.committed(), report.failed()));
      }
      return seconds;
    }
  }

  private static Spread spread(List<Double> figures) {
    return Spread.of(figures.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
