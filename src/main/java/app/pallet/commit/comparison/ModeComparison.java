package app.pallet.commit.comparison;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.writing.CommitTask;
import app.pallet.database.CatalogueDatabase;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Commits the user's own pending rows in every mode, each on a fresh copy of the catalogue that
 * lies beside it on the same disk, and measures; then batch mode again with other batch sizes. The
 * catalogue itself is only read. Nothing is computed from fewer rows than were written; the result
 * says how many those were. Runs once, on any thread.
 */
public final class ModeComparison implements Work<ComparisonResult> {

  /** Rows with which each mode runs before it is measured, so that order doesn't decide. */
  private static final int WARM_UP = 500;

  private static final List<CommitMode> MODES =
      List.of(CommitMode.BATCH, CommitMode.ADD_ALL, CommitMode.ONE_BY_ONE);

  private final CatalogueDatabase database;
  private final List<RowChange> rows;
  private final CommitPlan plan;
  private final ComparisonLimits limits;
  private final InstantSource clock;

  /**
   * Prepares a comparison.
   *
   * @param rows pending changes that can be committed, at least one
   * @param plan batch size and scope of all three runs
   */
  public ModeComparison(
      CatalogueDatabase database, List<RowChange> rows, CommitPlan plan, ComparisonLimits limits) {
    this(database, rows, plan, limits, InstantSource.system());
  }

  ModeComparison(
      CatalogueDatabase database,
      List<RowChange> rows,
      CommitPlan plan,
      ComparisonLimits limits,
      InstantSource clock) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("Nothing is pending that could be compared");
    }
    this.database = database;
    this.rows = List.copyOf(rows);
    this.plan = plan;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Measures. The copies are deleted whatever happens.
   *
   * @throws CancellationException if it was cancelled
   * @throws CommitStoppedException if a copy could not be written, such as on a full disk
   */
  @Override
  public ComparisonResult run(WorkMonitor monitor) {
    monitor.begin("Copying the catalogue", WorkMonitor.UNKNOWN);
    Path beside = Objects.requireNonNull(database.file().toAbsolutePath().getParent());
    try (ScratchFolder scratch = ScratchFolder.in(beside)) {
      Path base = scratch.newFile();
      database.copyTo(base);
      long modesWork = MODES.stream().mapToLong(this::work).sum();
      monitor.begin("Comparing modes", modesWork + (long) sizes().size() * sizeRows());
      for (CommitMode mode : MODES) {
        commit(scratch, base, plan.in(mode), spread(WARM_UP), monitor);
      }
      List<MeasuredRate> rates = new ArrayList<>();
      for (CommitMode mode : MODES) {
        rates.add(measure(scratch, base, mode, monitor));
      }
      return new ComparisonResult(rows.size(), plan, rates, measureSizes(scratch, base, monitor));
    }
  }

  /** Sizes with which at least two batches can be written; none if that leaves no choice. */
  private List<Integer> sizes() {
    List<Integer> possible =
        BatchSizes.TRIED.stream().filter(size -> size * 2 <= sizeRows()).toList();
    boolean isOneTransaction = plan.scope() == TransactionScope.ALL_OR_NOTHING;
    return isOneTransaction || possible.size() < 2 ? List.of() : possible;
  }

  private int sizeRows() {
    return Math.min(limits.sizeRows(), rows.size());
  }

  private BatchSizes measureSizes(ScratchFolder scratch, Path base, WorkMonitor monitor) {
    List<RowChange> sample = spread(sizeRows());
    long began = System.nanoTime();
    List<BatchSizes.Rate> rates = new ArrayList<>();
    for (int size : sizes().reversed()) { // small ones can take long
      if (System.nanoTime() - began >= limits.sizesTime().toNanos()) {
        break;
      }
      CommitPlan tried = plan.in(CommitMode.BATCH).withBatchSize(size);
      CommitReport report = commit(scratch, base, tried, sample, monitor);
      rates.add(new BatchSizes.Rate(size, sample.size(), report.nanos()));
    }
    return new BatchSizes(rates);
  }

  private long work(CommitMode mode) {
    return Math.min(WARM_UP, rows.size()) + (long) Math.min(limits.of(mode), rows.size());
  }

  private MeasuredRate measure(
      ScratchFolder scratch, Path base, CommitMode mode, WorkMonitor monitor) {
    List<RowChange> sample = spread(limits.of(mode));
    Instant now = clock.instant();
    CommitReport report = commit(scratch, base, plan.in(mode), sample, monitor);
    return new MeasuredRate(mode, sample.size(), report.nanos(), database.settings(), now);
  }

  private CommitReport commit(
      ScratchFolder scratch,
      Path base,
      CommitPlan tried,
      List<RowChange> sample,
      WorkMonitor monitor) {
    monitor.message(tried.mode().label());
    Path copy = scratch.copyOf(base);
    try (CatalogueDatabase open = database.openCopy(copy)) {
      open.sessionFactory(); // Hibernate's start is no part of a commit
      CommitTask task = new CommitTask(open, sample, tried, CommitListener.NONE);
      CommitReport report = task.run(new PartMonitor(monitor));
      return switch (report.ending()) {
        case CommitEnding.Finished finished -> report;
        case CommitEnding.Cancelled cancelled ->
            throw new CancellationException("The comparison was cancelled");
        case CommitEnding.Stopped stopped -> throw new CommitStoppedException(stopped);
      };
    } finally {
      scratch.delete(copy);
    }
  }

  /** At most this many of the rows, evenly spread. */
  private List<RowChange> spread(int count) {
    if (count >= rows.size()) {
      return rows;
    }
    return IntStream.range(0, count)
        .mapToObj(i -> rows.get((int) ((long) i * rows.size() / count)))
        .toList();
  }

  /** Lets a commit report its rows as part of something larger. */
  private record PartMonitor(WorkMonitor whole) implements WorkMonitor {

    @Override
    public void begin(String task, long total) {}

    @Override
    public void worked(long units) {
      whole.worked(units);
    }

    @Override
    public void message(String text) {}

    @Override
    public boolean isCancelled() {
      return whole.isCancelled();
    }
  }
}
