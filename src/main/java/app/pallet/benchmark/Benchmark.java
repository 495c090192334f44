package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Measurement;
import app.pallet.benchmark.BenchmarkResult.Spread;
import app.pallet.change.RowChange;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * Measures adds, edits and deletes in every mode next to {@link PlainJdbc} doing the same work.
 * Each run begins with a fresh copy of the same file, already on the disk; the competitors take
 * turns, so that whatever else the machine does hits all of them; ratios compare runs of the same
 * round only. Pallet is measured from the pending changes to the draft that has forgotten them,
 * with ids, version checks, conflicts and the ledger. What is made up before (rows, drafts, copies,
 * connections, Hibernate's start) is in no figure.
 */
public final class Benchmark implements Work<BenchmarkResult> {

  private final BenchmarkOptions options;
  private final Path folder;

  /**
   * Prepares a benchmark.
   *
   * @param folder where the scratch files go; its disk is what is measured
   */
  public Benchmark(BenchmarkOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  /**
   * Measures; a cancel is seen after the run that is going on.
   *
   * @throws CancellationException if it was cancelled
   * @throws SQLException if plain JDBC fails
   */
  @Override
  public BenchmarkResult run(WorkMonitor monitor) throws SQLException {
    monitor.begin("Making up rows", WorkMonitor.UNKNOWN);
    TableSchema schema = ProductSchema.create();
    BenchmarkRows rows = new BenchmarkRows(schema, options.rows());
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      Path empty = scratch.newFile();
      CatalogueDatabase.create(empty, schema, options.settings()).close();
      Path full = scratch.copyOf(empty);
      PlainJdbc.of(schema, rows.adds()).run(full, options.settings());
      List<RowChange> edits = rows.edits(options.edits());
      List<RowChange> deletes = rows.deletes(options.edits());
      List<Contest> contests =
          List.of(
              new Contest("add", rows.adds(), empty, schema),
              new Contest("edit", edits, full, schema),
              new Contest("delete", deletes, full, schema));
      return measure(contests, scratch, monitor);
    }
  }

  private BenchmarkResult measure(
      List<Contest> contests, ScratchFolder scratch, WorkMonitor monitor) throws SQLException {
    int rounds = options.warmUps() + options.rounds();
    monitor.begin("Measuring", (long) rounds * contests.size() * (1 + CommitMode.values().length));
    for (int round = 0; round < rounds; round++) {
      for (Contest contest : contests) {
        contest.round(scratch, monitor, round);
      }
    }
    return new BenchmarkResult(
        options.rows(),
        options.batchSize(),
        options.settings().journalMode().name(),
        options.settings().synchronous().name(),
        contests.stream().flatMap(contest -> contest.measurements().stream()).toList());
  }

  /** One kind of work, done by every competitor in every round. */
  private final class Contest {
    private final String work;
    private final Path base;
    private final List<Competitor> competitors = new ArrayList<>();

    Contest(String work, List<RowChange> changes, Path base, TableSchema schema) {
      this.work = work;
      this.base = base;
      PlainJdbc jdbc = PlainJdbc.of(schema, changes);
      competitors.add(
          new Competitor("jdbc-batch", changes.size(), file -> jdbc.run(file, options.settings())));
      for (CommitMode mode : List.of(CommitMode.BATCH, CommitMode.ADD_ALL, CommitMode.ONE_BY_ONE)) {
        List<RowChange> sample =
            mode == CommitMode.ONE_BY_ONE
                ? changes.subList(0, Math.min(changes.size(), options.oneByOneRows()))
                : changes;
        String name = mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
        competitors.add(new Competitor(name, sample.size(), file -> commit(file, sample, mode)));
      }
    }

    void round(ScratchFolder scratch, WorkMonitor monitor, int round) throws SQLException {
      List<Competitor> turn = new ArrayList<>(competitors);
      Collections.rotate(turn, round);
      for (Competitor competitor : turn) {
        if (monitor.isCancelled()) {
          throw new CancellationException("The benchmark was cancelled");
        }
        monitor.message(work + ", " + competitor.mode + ", round " + (round + 1));
        Path file = scratch.copyOf(base);
        long nanos = competitor.contender.run(file);
        scratch.delete(file);
        if (round >= options.warmUps()) {
          competitor.nanos.add(nanos);
        }
        monitor.worked(1);
      }
    }

    List<Measurement> measurements() {
      double[] yardstick = competitors.getFirst().nanosPerRow();
      return competitors.stream().map(competitor -> competitor.measurement(yardstick)).toList();
    }

    private final class Competitor {
      private final String mode;
      private final int rows;
      private final Contender contender;
      private final List<Long> nanos = new ArrayList<>();

      Competitor(String mode, int rows, Contender contender) {
        this.mode = mode;
        this.rows = rows;
        this.contender = contender;
      }

      double[] nanosPerRow() {
        return nanos.stream().mapToDouble(time -> (double) time / rows).toArray();
      }

      Measurement measurement(double[] yardstick) {
        double[] ratios = nanosPerRow();
        for (int round = 0; round < ratios.length; round++) {
          ratios[round] /= yardstick[round];
        }
        double[] seconds = nanos.stream().mapToDouble(time -> time / 1e9).toArray();
        return new Measurement(work, mode, rows, Spread.of(seconds), Spread.of(ratios));
      }
    }
  }

  /** Does its work on a fresh file and says how many nanoseconds it took. */
  private interface Contender {
    long run(Path file) throws SQLException;
  }

  private long commit(Path file, List<RowChange> changes, CommitMode mode) {
    CommitPlan plan = new CommitPlan(mode, options.batchSize(), TransactionScope.PER_BATCH);
    try (CatalogueDatabase database = CatalogueDatabase.open(file, options.settings())) {
      database.sessionFactory();
      Path drafts = file.resolveSibling("drafts");
      try (DraftedCommit commit = new DraftedCommit(database, changes, drafts)) {
        return commit.run(plan);
      }
    }
  }
}
