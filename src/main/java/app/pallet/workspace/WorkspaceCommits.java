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
import app.pallet.commit.CommittedChange;
import app.pallet.commit.ComparisonLimits;
import app.pallet.commit.ComparisonResult;
import app.pallet.commit.HistoryLimits;
import app.pallet.commit.ModeComparison;
import app.pallet.database.CatalogueBackups;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.CatalogueException;
import app.pallet.work.WorkMonitor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
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
  private Optional<Unclear> unclear = Optional.empty();

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

  /**
   * A commit of which it is not known yet what it wrote last.
   *
   * @param settled the rows that it is known to have written
   */
  private record Unclear(String token, Set<RowKey> settled) {}

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
      HistoryLimits limits,
      CommitListener events,
      Consumer<CommitReport> done) {
    List<RowChange> wanted =
        changes.committable().stream().filter(change -> !held.contains(change.key())).toList();
    if (isRunning() || wanted.isEmpty()) {
      return;
    }
    if (unclear.isPresent()) {
      settleUnclear(unclear.get(), () -> commit(plan, held, limits, events, done));
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
          ledger.shorten(limits);
          return new Written(report, isOnDisk());
        },
        ended -> {
          committing = false;
          CommitReport report = problems.placed(ended.report());
          take(identity.token(), wanted, new Written(report, ended.isOnDisk()));
          refresh.run();
          done.accept(report);
        },
        () -> committing = false);
  }

  /**
   * What a commit did.
   *
   * @param isOnDisk whether a power cut can't take it back any more
   */
  private record Written(CommitReport report, boolean isOnDisk) {}

  /**
   * Makes pending what is left after a commit. Nothing is forgotten of which it is not sure that
   * the catalogue has it for good: such rows stay pending until {@link #settleUnclear}.
   */
  private void take(String token, List<RowChange> asked, Written written) {
    CommitReport report = written.report();
    changes.refuse(report.refusals());
    if (!written.isOnDisk()) {
      unclear = Optional.of(new Unclear(token, Set.of()));
      listener.told(
          "The disk does not confirm what was written. The rows stay pending until it does: the"
              + " next commit looks again.");
      return;
    }
    changes.settle(report.committedKeys(), new LaterChanges(changes).since(asked, report));
    origins.forget(report.committedKeys());
    if (report.isUnclear()) { // the draft keeps it open for a restart too
      unclear = Optional.of(new Unclear(token, Set.copyOf(report.committedKeys())));
    } else {
      draft.endCommit(token);
    }
  }

  /** Waits until what was committed is on the disk, before the draft forgets it. */
  private boolean isOnDisk() {
    try {
      database.force();
      return true;
    } catch (CatalogueException e) {
      LOG.error("What was committed may not be on the disk", e);
      return false;
    }
  }

  /**
   * Asks the ledger which rows a commit wrote that was cut off from its database, before anything
   * is written again.
   */
  private void settleUnclear(Unclear commit, Runnable then) {
    tasks.read(
        "Look up the last commit",
        monitor -> {
          database.requireInPlace(); // what another file holds is no news of this one
          database.force();
          List<CommittedChange> written = new ArrayList<>();
          ledger.forEach(commit.token(), written::add);
          written.removeIf(row -> commit.settled().contains(row.change().key()));
          return written;
        },
        written -> {
          unclear = Optional.empty();
          Set<RowKey> keys = new HashSet<>();
          written.forEach(row -> keys.add(row.change().key()));
          changes.settle(keys, new LaterChanges(changes).since(written));
          origins.forget(keys);
          draft.endCommit(commit.token());
          refresh.run();
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
