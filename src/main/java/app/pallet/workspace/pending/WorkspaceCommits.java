package app.pallet.workspace.pending;

import app.pallet.change.ChangeSet;
import app.pallet.change.PendingSnapshot;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.Settlement;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.comparison.ComparisonLimits;
import app.pallet.commit.comparison.ComparisonResult;
import app.pallet.commit.comparison.ModeComparison;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.commit.ledger.OutcomeByValues;
import app.pallet.commit.writing.CommitTask;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.CatalogueException;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.work.RunningWork;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.checks.CommitCheck;
import app.pallet.workspace.checks.CommitFindings;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.turns.BackgroundTasks;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.WorkspaceListener;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks, carries out and compares commits of what is pending, one at a time, in the background.
 * Owner thread.
 */
public final class WorkspaceCommits {

  private static final Logger LOG = LoggerFactory.getLogger(WorkspaceCommits.class);

  private final CatalogueDatabase database;
  private final CommitHistory ledger;
  private final ChangeSet changes;
  private final EditQueue queue;
  private final BackgroundTasks tasks;
  private final WorkspaceDraft draft;
  private final WorkspaceListener listener;
  private final Runnable refresh;
  private Optional<PendingSnapshot> checked = Optional.empty();
  private Step step = Step.NONE;
  private Optional<RunningWork> latest = Optional.empty();
  private Optional<Unclear> unclear = Optional.empty();

  /**
   * Commits of a workspace.
   *
   * @param refresh shows what the database holds
   */
  public WorkspaceCommits(
      CatalogueDatabase database,
      ChangeSet changes,
      EditQueue queue,
      BackgroundTasks tasks,
      WorkspaceDraft draft,
      WorkspaceListener listener,
      Runnable refresh) {
    this.database = database;
    this.ledger = new CommitHistory(database);
    this.changes = changes;
    this.queue = queue;
    this.tasks = tasks;
    this.draft = draft;
    this.listener = listener;
    this.refresh = refresh;
  }

  /**
   * A commit of which the last written rows are not known yet.
   *
   * @param asked the rows that it may have written
   * @param settled the rows that it has certainly written
   */
  private record Unclear(String token, List<RowChange> asked, Set<RowKey> settled) {}

  /** What is being done. Only one thing is done at a time. */
  private enum Step {
    NONE,
    CHECKING,
    SETTLING,
    COMMITTING,
    COMPARING
  }

  /** Whether one of them is running. */
  public boolean isRunning() {
    return step != Step.NONE;
  }

  /**
   * The commit that runs, or what comes before it: the check, or finding out what the last commit
   * wrote.
   */
  public Optional<RunningWork> running() {
    return isRunning() && step != Step.COMPARING ? latest : Optional.empty();
  }

  /** Ends a step, unless the next one has begun. */
  private void end(Step mine) {
    if (step == mine) {
      step = Step.NONE;
    }
  }

  /** Checks what would be committed, as {@link app.pallet.workspace.Workspace#checkCommit} says. */
  public void check(
      GuardLimits limits, Optional<CatalogueBackups> backups, Consumer<CommitFindings> done) {
    if (isRunning() || (queue.isIdle() && changes.counts().committable() == 0)) {
      return;
    }
    step = Step.CHECKING;
    latest = Optional.empty();
    queue.look(turn -> { // so that what the user did before is looked at too
      if (changes.counts().committable() > 0) {
        startCheck(limits, backups, done);
      } else {
        end(Step.CHECKING);
      }
    });
  }

  private void startCheck(
      GuardLimits limits, Optional<CatalogueBackups> backups, Consumer<CommitFindings> done) {
    PendingSnapshot snapshot = changes.snapshot();
    AtomicReference<WorkMonitor> watched = new AtomicReference<>(WorkMonitor.NONE);
    latest =
        Optional.of(
            tasks.write(
                "Check changes",
                monitor -> {
                  watched.set(monitor);
                  List<RowChange> wanted = snapshot.committable(Set.of());
                  CommitFindings found =
                      new CommitCheck(database, wanted, limits, backups).run(monitor);
                  boolean isFine = found.doubles().isEmpty();
                  return isFine // else looking for origins takes time for nothing
                      ? found
                      : new ProblemOrigins(snapshot.origins()).placed(found);
                },
                findings -> {
                  end(Step.CHECKING);
                  changes.refuse(findings.doubles());
                  if (watched.get().isCancelled()) { // when it had just ended
                    listener.told("Check changes: cancelled");
                  } else {
                    tell(findings, snapshot, done);
                  }
                },
                () -> end(Step.CHECKING)));
  }

  /**
   * Tells the findings. A commit that begins meanwhile writes what was checked, and nothing that
   * came later.
   */
  private void tell(
      CommitFindings findings, PendingSnapshot snapshot, Consumer<CommitFindings> done) {
    checked = Optional.of(snapshot);
    try {
      done.accept(findings);
    } finally {
      checked = Optional.empty();
    }
  }

  /**
   * Commits all rows that can be committed, without those that are held, as {@link
   * app.pallet.workspace.Workspace#commit} says.
   */
  public void commit(
      CommitPlan plan,
      Set<? extends RowKey> held,
      HistoryLimits limits,
      CommitListener events,
      Consumer<CommitReport> done) {
    if (isRunning() || isNothingLeft(held)) {
      return;
    }
    if (unclear.isPresent()) {
      settleUnclear(unclear.get(), () -> commit(plan, held, limits, events, done));
      return;
    }
    step = Step.COMMITTING;
    PendingSnapshot before = checked.orElseGet(changes::snapshot);
    latest =
        Optional.of(
            tasks.write(
                "Commit",
                monitor -> {
                  List<RowChange> asked = before.committable(held);
                  ProblemOrigins problems = new ProblemOrigins(before.origins());
                  CommitListener placed = problems.before(events);
                  CommitIdentity identity = identity(before);
                  CommitTask task =
                      new CommitTask(database, asked, plan, untilItEnds(placed), identity);
                  draft.startCommit(identity.token());
                  CommitReport report = confirmed(problems.placed(task.run(monitor)));
                  placed.happened(new CommitEvent.Finished(report));
                  if (!report.isUnclear()) {
                    ledger.shorten(limits);
                  }
                  return new Written(
                      identity.token(),
                      asked,
                      report,
                      Settlement.of(before, report.committedKeys(), report.newKeys()));
                },
                written -> {
                  end(Step.COMMITTING);
                  take(written);
                  refresh.run();
                  done.accept(written.report());
                },
                () -> end(Step.COMMITTING)));
  }

  /** The ledger names the recipes whose changes are committed. */
  private CommitIdentity identity(PendingSnapshot before) {
    CommitIdentity identity = ledger.newCommit();
    for (String label : before.labels()) {
      if (label.startsWith(RecipeWork.BY_NAME)) {
        identity = identity.by("recipe " + label.substring(RecipeWork.BY_NAME.length()));
      }
    }
    return identity;
  }

  private boolean isNothingLeft(Set<? extends RowKey> held) {
    return changes.counts().committable() <= held.size()
        && changes.committable().stream().allMatch(change -> held.contains(change.key()));
  }

  /**
   * What a commit did, and what is left after it if nothing else has happened meanwhile.
   *
   * @param token of the commit
   * @param asked the changes that were to be written: the very objects that were pending
   * @param report what was written and would survive a power cut
   */
  private record Written(
      String token, List<RowChange> asked, CommitReport report, Settlement settlement) {}

  /**
   * Makes pending what is left after a commit. A row stays pending until it is certain that the
   * catalogue has it for good, which {@link #settleUnclear} may find out later.
   */
  private void take(Written written) {
    String token = written.token();
    CommitReport report = written.report();
    List<RowChange> later =
        changes.isCurrent(written.settlement())
            ? List.of()
            : new ChangesDuringCommit(changes).since(written.asked(), report);
    queue.rowsStored(report.newKeys());
    listener.rowsStored(report.newKeys());
    changes.settle(written.settlement(), later);
    changes.refuse(report.refusals());
    if (report.isUnclear()) { // the draft keeps it open for a restart too
      unclear =
          Optional.of(new Unclear(token, written.asked(), Set.copyOf(report.committedKeys())));
    } else {
      draft.endCommit(token);
    }
  }

  /**
   * A listener that hears everything but the end of a commit. The end is told once the disk has
   * confirmed it.
   */
  private static CommitListener untilItEnds(CommitListener listener) {
    return event -> {
      if (!(event instanceof CommitEvent.Finished)) {
        listener.happened(event);
      }
    };
  }

  /** Waits until the commit is on the disk. Only then is anybody told, and the draft forgets it. */
  private CommitReport confirmed(CommitReport report) {
    try {
      if (report.committed() > 0) {
        database.force();
      }
      return report;
    } catch (CatalogueException e) {
      LOG.error("What was committed may not be on the disk", e);
      return report.unconfirmed(e);
    }
  }

  /**
   * Asks the ledger, or the rows themselves, which rows a commit wrote that lost its database,
   * before anything else is written.
   */
  private void settleUnclear(Unclear commit, Runnable then) {
    step = Step.SETTLING;
    latest =
        Optional.of(
            tasks.write(
                "Commit", // the user knows of no other one
                monitor -> {
                  database.requireInPlace(); // what another file holds is no news of this one
                  database.force();
                  OutcomeByValues.Written known = ledger.written(commit.token(), commit.asked());
                  known.written().removeIf(row -> commit.settled().contains(row.change().key()));
                  known.unsure().removeIf(row -> commit.settled().contains(row.key()));
                  return known;
                },
                known -> {
                  List<CommittedChange> written = known.written();
                  end(Step.SETTLING);
                  unclear = Optional.empty();
                  Set<RowKey> keys = new HashSet<>();
                  Map<RowKey.New, RowKey.Stored> ids = new HashMap<>();
                  written.forEach(row -> {
                    keys.add(row.change().key());
                    if (row.change().key() instanceof RowKey.New added) {
                      ids.put(added, row.row());
                    }
                  });
                  queue.rowsStored(ids);
                  listener.rowsStored(ids);
                  changes.settle(keys, ids, new ChangesDuringCommit(changes).since(written, ids));
                  changes.refuse(PendingConflicts.perhapsAdded(known.unsure()));
                  draft.endCommit(commit.token());
                  refresh.run();
                  if (latest.filter(work -> work.monitor().isCancelled()).isPresent()) {
                    listener.told("Commit: cancelled");
                  } else {
                    then.run();
                  }
                },
                () -> end(Step.SETTLING)));
  }

  /** Measures the three modes, as {@link app.pallet.workspace.Workspace#compare} says. */
  public void compare(CommitPlan plan, Consumer<ComparisonResult> done) {
    if (isRunning() || changes.counts().committable() == 0) {
      return;
    }
    step = Step.COMPARING;
    PendingSnapshot snapshot = changes.snapshot();
    tasks.write(
        "Compare modes",
        monitor -> {
          List<RowChange> wanted = snapshot.committable(Set.of());
          return new ModeComparison(database, wanted, plan, ComparisonLimits.DEFAULT).run(monitor);
        },
        done,
        () -> end(Step.COMPARING));
  }
}
