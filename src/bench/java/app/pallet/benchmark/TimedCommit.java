package app.pallet.benchmark;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.writing.CommitTask;
import app.pallet.database.CatalogueDatabase;
import app.pallet.work.WorkMonitor;
import java.util.List;

/** A commit of which every row has to be written, with the clock running. */
final class TimedCommit {

  private TimedCommit() {}

  /**
   * Commits.
   *
   * @return nanoseconds it took
   * @throws IllegalStateException if a row was not written
   */
  static long run(CatalogueDatabase database, List<RowChange> changes, CommitPlan plan) {
    long began = System.nanoTime();
    CommitReport report =
        new CommitTask(database, changes, plan, CommitListener.NONE).run(WorkMonitor.NONE);
    long nanos = System.nanoTime() - began;
    if (!report.isComplete()) {
      throw new IllegalStateException("Only " + report.committed() + " rows: " + report.ending());
    }
    return nanos;
  }
}
