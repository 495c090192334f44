package app.pallet.draft;

import app.pallet.change.ChangeAction;

/** One entry of a draft's file; each can be read by itself. */
sealed interface DraftFrame {

  /**
   * Begins every file.
   *
   * @param table the table that is edited, as {@link app.pallet.schema.TableId#toString} has it; in
   *     format 1 the path of the catalogue, which has one table
   * @param identity tells the database from another one at the same place; empty if unknown
   * @param user who edits
   * @param lastNumber the highest number that a row to be added had been given before
   */
  record Header(String table, String identity, String user, long lastNumber)
      implements DraftFrame {}

  /** Something happened to what is pending. */
  record Acted(ChangeAction action) implements DraftFrame {}

  /**
   * A large step that was worked out beside the window; it has not happened yet.
   *
   * @param id tells it from others of its session; an earlier one of that id never happens any more
   */
  record Prepared(long id, ChangeAction.Step step) implements DraftFrame {}

  /** A prepared step happened. */
  record Recorded(long id) implements DraftFrame {}

  /** From here on pending rows may be in the catalogue too. */
  record CommitStarted(String token) implements DraftFrame {}

  /** What a commit wrote is no longer pending. */
  record CommitEnded(String token) implements DraftFrame {}
}
