package app.pallet.workspace.turns;

import app.pallet.change.RowKey;
import app.pallet.draft.DraftStatus;
import app.pallet.work.RunningWork;
import java.util.Map;

/** Hears what goes on in a workspace; always called on its owner thread. */
public interface WorkspaceListener {

  /**
   * Other rows or another order are being looked for; those there are stay until some are found.
   */
  default void queryStarted() {}

  /** The rows of the view or their order changed: an index may mean another row. */
  default void rowsMoved() {}

  /**
   * Rows to be added are in the database now, and go by other keys. Told before the view knows it:
   * they leave it first, and come back with their new keys when it has been read again.
   *
   * @param ids the key of each in the database
   */
  default void rowsStored(Map<RowKey.New, RowKey.Stored> ids) {}

  /**
   * More rows of the view were found: those from an index on are other ones now. Also told when the
   * last one is found.
   *
   * @param from index of the first that may be another
   */
  default void rowsGrown(int from) {
    rowsMoved();
  }

  /**
   * Rows were read, or what is pending for them changed.
   *
   * @param from index of the first
   * @param to index after the last
   */
  default void rowsChanged(int from, int to) {}

  /** The number of pending rows that are not shown is known, or another one. */
  default void leftOutCounted() {}

  /** Something takes a while from now on. */
  default void started(RunningWork work) {}

  /** What took a while has ended, however it ended. */
  default void ended(RunningWork work) {}

  /** What undo and redo would do may be something else now. */
  default void stepsChanged() {}

  /** Something the user should know, in a sentence. */
  default void told(String message) {}

  /** What is pending was written to disk, or could not be. */
  default void draftChanged(DraftStatus status) {}

  /**
   * Something could not be done; nothing pending was lost by it.
   *
   * @param task what was being done
   * @param failure why not, for the log file; its message is meant for the user only where it is
   *     one of Pallet's own exceptions
   */
  void failed(String task, Throwable failure);
}
