package app.pallet.workspace.turns;

import app.pallet.change.RowKey;
import app.pallet.draft.DraftStatus;
import app.pallet.work.RunningWork;
import java.util.Map;

/** Hears what happens in a workspace. Always called on its owner thread. */
public interface WorkspaceListener {

  /**
   * A search for other rows or another order has begun. The current rows stay until some are found.
   */
  default void queryStarted() {}

  /** The rows of the view or their order have changed. An index may mean another row. */
  default void rowsMoved() {}

  /**
   * New rows are in the database now, and have other keys. This is told before the view knows it:
   * the rows leave the view first, and come back with their new keys when it has been read again.
   *
   * @param ids the id of each row in the database
   */
  default void rowsStored(Map<RowKey.New, RowKey.Stored> ids) {}

  /**
   * More rows of the view were found. The rows from an index on have changed. Also told when the
   * last row is found.
   *
   * @param from index of the first row that may have changed
   */
  default void rowsGrown(int from) {
    rowsMoved();
  }

  /**
   * Rows were read, or their pending changes have changed.
   *
   * @param from index of the first row
   * @param to index after the last row
   */
  default void rowsChanged(int from, int to) {}

  /** The number of pending rows that are not shown is known, or has changed. */
  default void leftOutCounted() {}

  /** Work that takes a while has begun. */
  default void started(RunningWork work) {}

  /** Work that took a while has ended, however it ended. */
  default void ended(RunningWork work) {}

  /** The next undo or redo may be another one now. */
  default void stepsChanged() {}

  /** There is something that the user should know, in a sentence. */
  default void told(String message) {}

  /** What is pending was written to disk, or could not be written. */
  default void draftChanged(DraftStatus status) {}

  /**
   * Something could not be done. No pending change was lost by it.
   *
   * @param task what was to be done
   * @param failure the reason, for the log file. Its message is meant for the user only if it is
   *     one of Pallet's own exceptions
   */
  void failed(String task, Throwable failure);
}
