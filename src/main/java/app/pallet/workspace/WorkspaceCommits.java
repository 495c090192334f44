package app.pallet.workspace;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.CommitHistory;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.CommitTask;
import app.pallet.commit.ComparisonLimits;
import app.pallet.commit.ComparisonResult;
import app.pallet.commit.HistoryLimits;
import app.pallet.commit.ModeComparison;
import app.pallet.database.CatalogueBackups;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.CatalogueException;
import app.pallet.work.WorkMonitor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at, carries out and compares commits of what is pending, one at a time, in the background.
 * Owner thread.
 */
final class WorkspaceCommits {

  private static final Logger LOG = LoggerFactory.getLogger(WorkspaceCommits.class);

  private final CatalogueDatabase database;
  private final CommitHistory ledger;
  private final ChangeSet changes;
  private final BackgroundTasks tasks;
  private final WorkspaceDraft draft;
  private final EditOrigins origins;
  private final WorkspaceListener listener;
  private final Runnable refresh;
  private boolean committing;
  private boolean checking;
  private Optional<String> unclear = Optional.empty();

  /**
   * Commits of a workspace.
   *
   * @param refresh shows what the database holds
   */
  WorkspaceCommits(
      CatalogueDatabase database,
      ChangeSet changes,
      BackgroundTasks tasks,
      WorkspaceDraft draft,
      EditOrigins origins,
      WorkspaceListener listener,
      Runnable refresh) {
    this.database = database;
    this.ledger = new CommitHistory(database);
    this.changes = changes;
    this.tasks = tasks;
    this.draft = draft;
    this.origins = origins;
    this.listener = listener;
    this.refresh = refresh;
  }

  /** Whether one of them is running. */
  boolean isRunning() {
    return committing || checking;
  }

  void check(
      GuardLimits limits, Optional<CatalogueBackups> backups, Consumer<CommitFindings> done) {
    List<RowChange> wanted = changes.committable();
    if (isRunning() || wanted.isEmpty()) {
      return;
    }
    checking = true;
    CommitCheck check = new CommitCheck(database, wanted, limits, backups);
    AtomicReference<WorkMonitor> watched = new AtomicReference<>(WorkMonitor.NONE);
    tasks.write(
        "Check changes",
        monitor -> {
          watched.set(monitor);
          return check.run(monitor);
        },
        findings -> {
          checking = false;
          changes.refuse(findings.doubles());
          if (watched.get().isCancelled()) { // when it had just ended, which makes no difference
            listener.told("Check changes: cancelled");
          } else {
            done.accept(findings);
          }
        },
        () -> checking = false);
  }

  void commit(
      CommitPlan plan,
      Set<? extends RowKey> held,
      CommitListener events,
      Consumer<CommitReport> done) {
    List<RowChange> wanted =
        changes.committable().stream().filter(change -> !held.contains(change.key())).toList();
    if (isRunning() || wanted.isEmpty()) {
      return;
    }
    if (unclear.isPresent()) {
      settleUnclear(unclear.get(), () -> commit(plan, held, events, done));
      return;
    }
    committing = true;
    PlacedProblems problems = origins.of(wanted);
    CommitIdentity identity = CommitIdentity.ofThisUser(InstantSource.system());
    CommitTask task = new CommitTask(database, wanted, plan, problems.before(events), identity);
    tasks.write(
        "Commit",
        monitor -> {
          draft.startCommit(identity.token());
          CommitReport report = task.run(monitor);
          shortenHistory();
          return report;
        },
        ended -> {
          CommitReport report = problems.placed(ended);
          committing = false;
          changes.refuse(report.refusals());
          changes.settle(report.committedKeys());
          origins.forget(report.committedKeys());
          if (report.isUnclear()) {
            unclear = Optional.of(identity.token()); // the draft keeps it open for a restart too
          } else {
            draft.endCommit(identity.token());
          }
          refresh.run();
          done.accept(report);
        },
        () -> committing = false);
  }

  /** Keeps the ledger within its limits; if that is impossible now, the next commit tries again. */
  private void shortenHistory() {
    try {
      ledger.prune(HistoryLimits.DEFAULT, Instant.now());
    } catch (CatalogueException e) {
      LOG.warn("The history could not be shortened", e);
    }
  }

  /**
   * Asks the ledger which rows a commit wrote that was cut off from its database, before anything
   * is written again.
   */
  private void settleUnclear(String token, Runnable then) {
    tasks.read(
        "Look up the last commit",
        monitor -> {
          database.requireInPlace(); // what another file holds is no news of this one
          return ledger.rowsOf(token);
        },
        committed -> {
          unclear = Optional.empty();
          changes.settle(committed);
          draft.endCommit(token);
          then.run();
        });
  }

  void compare(CommitPlan plan, Consumer<ComparisonResult> done) {
    List<RowChange> wanted = changes.committable();
    if (isRunning() || wanted.isEmpty()) {
      return;
    }
    committing = true;
    ModeComparison comparison =
        new ModeComparison(database, wanted, plan, ComparisonLimits.DEFAULT);
    tasks.write("Compare modes", comparison, done, () -> committing = false);
  }
}
