package app.pallet.workspace.streamed;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.writing.CommitTask;
import app.pallet.database.CatalogueDatabase;
import app.pallet.work.WorkMonitor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Commits portions of rows, and adds up what was written. Confined to one thread. */
final class WrittenTally {

  private long committed;
  private long failed;
  private long conflicting;
  private Optional<CommitEnding.Stopped> stop = Optional.empty();

  /** Is told which rows a commit has not written, and why. */
  @FunctionalInterface
  interface Refusals {
    void refused(RowKey key, String name, RowProblem problem);
  }

  /**
   * Commits the rows of a portion, and counts what was written of them.
   *
   * @param rows to be committed; nothing happens if there are none
   * @return whether the database can go on
   */
  boolean commit(
      CatalogueDatabase database,
      CommitPlan plan,
      CommitIdentity identity,
      List<RowChange> rows,
      Refusals refusals,
      WorkMonitor monitor) {
    if (rows.isEmpty()) {
      return true;
    }
    CommitListener listener =
        event -> {
          switch (event) {
            case CommitEvent.RowFailed(RowKey key, String name, RowProblem problem) ->
                refusals.refused(key, name, problem);
            case CommitEvent.Conflict(RowKey key, String name, RowProblem problem) ->
                refusals.refused(key, name, problem);
            default -> {} // the report counts them
          }
        };
    CommitReport report =
        new CommitTask(database, rows, plan, listener, identity).run(monitor.withoutProgress());
    committed += report.committed();
    failed += report.failed();
    conflicting += report.conflicting();
    if (report.ending() instanceof CommitEnding.Stopped stopped) {
      stop = Optional.of(stopped);
      return false;
    }
    return true;
  }

  /** Notes why no more rows could be read. What was committed before stays committed. */
  void stopped(RuntimeException why) {
    String reason = Objects.requireNonNullElse(why.getMessage(), why.toString());
    stop =
        Optional.of(
            new CommitEnding.Stopped(
                "%s. The %,d rows that were committed before stay so"
                    .formatted(reason.replaceFirst("\\.$", ""), committed),
                why,
                CommitEnding.LastTransaction.ROLLED_BACK));
  }

  /** Rows written so far. */
  long committed() {
    return committed;
  }

  /** Rows that the database refused so far. */
  long failed() {
    return failed;
  }

  /** Rows that someone else had changed. */
  long conflicting() {
    return conflicting;
  }

  /** Why the database could not go on. */
  Optional<CommitEnding.Stopped> stop() {
    return stop;
  }
}
