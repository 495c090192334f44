package app.pallet.commit.ledger;

import app.pallet.commit.CommitMode;
import java.time.Duration;
import java.time.Instant;

/**
 * A commit as the ledger knows it.
 *
 * @param token by which {@link CommitHistory} finds its rows
 * @param began when it began, by the clock of the computer it ran on
 * @param duration from there to its last transaction that wrote anything
 * @param who the user
 * @param mode how it wrote
 * @param transactions in how many transactions
 * @param adds rows added
 * @param edits rows changed
 * @param deletes rows deleted
 * @param bytes what the ledger needs for it
 */
public record PastCommit(
    String token,
    Instant began,
    Duration duration,
    String who,
    CommitMode mode,
    int transactions,
    long adds,
    long edits,
    long deletes,
    long bytes) {

  /** All rows it wrote. */
  public long rows() {
    return adds + edits + deletes;
  }
}
