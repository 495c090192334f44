package app.pallet.commit;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.database.file.ConnectionSettings;
import java.time.Duration;

/** Something that happened during a commit. The log pane, the terminal and tests read them. */
public sealed interface CommitEvent {

  /**
   * The commit has begun.
   *
   * @param rows rows to be committed
   * @param settings how the catalogue's file is written, which decides speed more than anything
   *     else
   */
  record Started(int rows, CommitPlan plan, ConnectionSettings settings) implements CommitEvent {}

  /**
   * A batch is in the database.
   *
   * @param number which one, from 1
   * @param rows rows written, without those refused or in conflict
   * @param transactions in how many transactions: one, or one for each row
   * @param nanos from the batch's beginning to its commit, in nanoseconds
   */
  record BatchCommitted(int number, int rows, int transactions, long nanos)
      implements CommitEvent {}

  /**
   * The database refused a row; the others of its batch are not affected.
   *
   * @param name what the row is called to the user
   */
  record RowFailed(RowKey key, String name, RowProblem problem) implements CommitEvent {}

  /**
   * A row was changed or deleted by someone else since it was read; it was left as it is.
   *
   * @param name what the row is called to the user
   */
  record Conflict(RowKey key, String name, RowProblem problem) implements CommitEvent {}

  /**
   * A row is in the database, but triggers or rules of the table made something else of it.
   *
   * @param name what the row is called to the user
   * @param what is different, as a sentence
   */
  record RowAltered(RowKey key, String name, String what) implements CommitEvent {}

  /**
   * A row of another table is in the database because rows refer to it.
   *
   * @param what was added where, as a sentence
   */
  record ParentAdded(String what) implements CommitEvent {}

  /**
   * The database was busy; the batch was rolled back and will be tried again.
   *
   * @param attempt which attempt has failed, from 1
   * @param pause how long the commit waits before the next one
   */
  record Retried(int attempt, Duration pause, String reason) implements CommitEvent {}

  /** The commit has ended; always the last event, exactly once, also after a cancel. */
  record Finished(CommitReport report) implements CommitEvent {}
}
