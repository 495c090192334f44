package app.pallet.workspace.streamed;

import app.pallet.change.ChangeSet;
import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.commit.order.UniqueClaims;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.operation.recipe.RecipeWork.Filled;
import app.pallet.rows.RowReadException;
import app.pallet.rows.RowReader;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.bulk.BulkChange;
import app.pallet.workspace.bulk.BulkReport;
import app.pallet.workspace.bulk.BulkTally;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.checks.GuardTally;
import app.pallet.workspace.streamed.AppliedReport.NamedProblem;
import app.pallet.workspace.view.ViewRow;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a recipe to the rows of a query and commits them, with little memory: which rows these are
 * is read once, at the beginning, so each is changed once; then they are read, changed, committed
 * and forgotten in portions. With {@link TransactionScope#ALL_OR_NOTHING} there is only one
 * portion. A row that wants a unique value of another row waits until that row gives it up ({@link
 * WaitingRows}). A row with a cell that can't take its value is not written at all. Runs once, on
 * any thread that may write.
 */
public final class StreamedApply implements Work<AppliedReport> {

  private static final Logger LOG = LoggerFactory.getLogger(StreamedApply.class);

  /** Number of rows of a portion: enough for quick look-ups and batches, few enough to be held. */
  private static final int PORTION = 20_000;

  private final CatalogueDatabase database;
  private final RowQuery query;
  private final RecipeWork work;
  private final Optional<CommitPlan> plan;
  private final int mostProblems;
  private final TableSchema schema;
  private final RowReader reader;
  private final Set<Column> columns;
  private final BulkTally tally;
  private final WrittenTally written = new WrittenTally();
  private final GuardTally guard;
  private final WaitingRows waiting;
  private final BulkChange.Changes changes = new BulkChange.Changes();
  private final List<NamedProblem> problems = new ArrayList<>();
  private long problemCount;

  /** For the history, all portions are one commit. */
  private final CommitIdentity identity;

  /**
   * Prepares it.
   *
   * @param query which rows, in the order in which they are counted
   * @param plan how rows are committed; empty to find out only what would be done
   * @param mostProblems the number of problems that are kept; all others are only counted
   */
  public StreamedApply(
      CatalogueDatabase database,
      RowQuery query,
      RecipeWork work,
      Optional<CommitPlan> plan,
      int mostProblems) {
    this.database = database;
    this.query = query;
    this.work = work;
    this.plan = plan;
    this.mostProblems = mostProblems;
    this.schema = database.schema();
    this.reader = new RowReader(database);
    this.columns = BulkChange.columns(schema, work);
    this.tally = new BulkTally(schema, work.writes());
    this.guard = new GuardTally(schema, GuardLimits.DEFAULT);
    this.identity = CommitIdentity.ofThisUser(InstantSource.system()).by("recipe " + work.name());
    this.waiting = new WaitingRows(schema, reader, columnsToWaitFor());
  }

  /** The unique columns that are filled, in which a later row may give up what an earlier wants. */
  private List<Column> columnsToWaitFor() {
    Set<Column> filled = work.writes();
    return plan.isEmpty()
        ? List.of()
        : UniqueClaims.columns(schema).stream().filter(filled::contains).toList();
  }

  /**
   * Does it.
   *
   * @return what was done, also if it was cancelled, if the database could not go on, or if rows
   *     can't be read after some portions were committed
   * @throws RowReadException if rows can't be read and nothing was committed
   */
  @Override
  public AppliedReport run(WorkMonitor monitor) {
    monitor.begin("Finding rows", WorkMonitor.UNKNOWN);
    KeySnapshot keys = reader.keys(query);
    int products = reader.count();
    monitor.begin("Applying " + work.name(), keys.size());
    try {
      applyAll(keys, monitor);
    } catch (RowReadException | CatalogueException e) {
      if (written.committed() == 0) {
        throw e;
      }
      LOG.warn("The recipe stopped after {} committed rows", written.committed(), e);
      written.stopped(e);
    }
    if (plan.isPresent() && written.stop().isEmpty()) {
      new CommitHistory(database).shorten(HistoryLimits.DEFAULT);
    }
    return new AppliedReport(
        tally.report(),
        problems,
        problemCount,
        written.stop().isPresent() ? List.of() : guard.warnings(reader, () -> products),
        identity.token(),
        written.committed(),
        written.failed(),
        written.conflicting(),
        written.stop(),
        monitor.isCancelled());
  }

  private void applyAll(KeySnapshot keys, WorkMonitor monitor) {
    RecipeWork.Run run = work.started();
    List<RowChange> portion = new ArrayList<>();
    boolean isTogether = plan.filter(p -> p.scope() == TransactionScope.ALL_OR_NOTHING).isPresent();
    boolean goesOn = true;
    for (int from = 0; goesOn && from < keys.size() && !monitor.isCancelled(); from += PORTION) {
      int to = Math.min(keys.size(), from + PORTION);
      FoundRows found =
          reader.findKeys(
              Arrays.stream(keys.ids(from, to)).mapToObj(reader.handles()::keyOf).toList(),
              columns);
      for (int i = 0; i < to - from; i++) {
        Row row = found.at(i);
        if (row == null) {
          tally.leaveOut(1); // somebody has deleted it meanwhile
        } else {
          apply(run, new ViewRow(row.key(), row, null), portion);
        }
      }
      boolean isLast = to == keys.size();
      if (isLast || !isTogether) {
        goesOn = take(portion, isLast, monitor);
        portion.clear();
      }
      monitor.worked(to - from);
    }
  }

  private void apply(RecipeWork.Run run, ViewRow row, List<RowChange> portion) {
    List<Filled> wanted = run.apply(row);
    List<Filled> filled = BulkChange.writable(row, wanted);
    if (filled.isEmpty() && !wanted.isEmpty()) {
      tally.leaveOut(row, BulkReport.Reason.READ_ONLY);
      return;
    }
    tally.add(row, filled);
    if (!filled.isEmpty()) {
      RowChange change = changes.of(row, filled);
      portion.add(change);
      for (RowProblem problem : change.problems()) {
        keep(RowName.brief(schema, row::text).orElse(""), problem);
      }
    }
  }

  private void keep(String row, RowProblem problem) {
    problemCount++;
    if (problems.size() < mostProblems) {
      problems.add(new NamedProblem(row, problem));
    }
  }

  /** Commits what can be committed of a portion. Returns false if the database can't go on. */
  private boolean take(List<RowChange> portion, boolean isLast, WorkMonitor monitor) {
    ChangeSet pending = new ChangeSet(schema);
    pending.record(work.name(), portion);
    List<RowChange> committable = pending.committable();
    committable.forEach(guard::add);
    if (plan.isEmpty()) {
      return true;
    }
    List<RowChange> wanted = waiting.ready(committable, Map.of(), isLast);
    return written.commit(
        database,
        plan.get(),
        identity,
        wanted,
        (key, name, problem) -> keep(name, problem),
        monitor);
  }
}
