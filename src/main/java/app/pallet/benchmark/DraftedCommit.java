package app.pallet.benchmark;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.writing.CommitTask;
import app.pallet.database.CatalogueDatabase;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * A commit of rows that are pending in a draft on disk, as a window does it: the draft is told
 * before it begins, the disk confirms what was written, and the draft forgets it.
 */
final class DraftedCommit implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final CatalogueDatabase database;
  private final ChangeSet changes;
  private final DraftSession session;

  /**
   * Makes rows pending, which takes no part in what is measured.
   *
   * @param drafts where the draft goes
   */
  DraftedCommit(CatalogueDatabase database, List<RowChange> rows, Path drafts) {
    this.database = database;
    this.session = new DraftFolder(drafts).begin(database.tableId(), Runnable::run, PATIENCE);
    this.changes = new ChangeSet(database.schema());
    changes.setJournal(session);
    changes.record("Paste", rows);
  }

  /**
   * Commits all of them.
   *
   * @return how long it took, in nanoseconds
   */
  long run(CommitPlan plan) {
    long began = System.nanoTime();
    CommitIdentity identity = CommitIdentity.ofThisUser(InstantSource.system());
    session.startCommit(identity.token());
    CommitReport report =
        new CommitTask(database, changes.committable(), plan, CommitListener.NONE, identity)
            .run(WorkMonitor.NONE);
    database.force();
    changes.settle(report.committedKeys(), List.of());
    session.endCommit(identity.token(), changes.history());
    long nanos = System.nanoTime() - began;
    if (!report.isComplete()) {
      throw new IllegalStateException("Only " + report.committed() + " rows: " + report.ending());
    }
    return nanos;
  }

  @Override
  public void close() {
    session.end(DraftSession.Ending.DISCARD);
  }
}
