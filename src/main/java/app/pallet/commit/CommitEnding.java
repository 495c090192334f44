package app.pallet.commit;

/** Why a commit ended. Rows that were refused or in conflict do not end it. */
public sealed interface CommitEnding {

  /** Every row was tried. */
  record Finished() implements CommitEnding {}

  /** The user asked to stop. */
  record Cancelled() implements CommitEnding {}

  /**
   * The database could not go on, and no row is to blame: disk full, read-only, locked for too
   * long, damaged.
   *
   * @param reason what happened, as a sentence for the user
   * @param cause what was thrown, for the log file and for <em>copy details</em>
   */
  record Stopped(String reason, Throwable cause) implements CommitEnding {}
}
