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
   * @param last what became of the transaction in which it happened
   */
  record Stopped(String reason, Throwable cause, LastTransaction last) implements CommitEnding {}

  /** What became of a commit's last transaction. */
  enum LastTransaction {
    /** It was taken back. */
    ROLLED_BACK,
    /**
     * Nobody knows yet: the connection was lost while it was being committed, and could not be made
     * again, or the file was moved away meanwhile and may come back. The ledger will tell; its rows
     * count as pending.
     */
    UNKNOWN
  }
}
