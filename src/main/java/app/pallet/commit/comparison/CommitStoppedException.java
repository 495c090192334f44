package app.pallet.commit.comparison;

import app.pallet.commit.CommitEnding;

/**
 * A commit on a scratch copy could not go on, so there is nothing to compare. The user's catalogue
 * is not concerned.
 */
public final class CommitStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What stopped it. */
  public CommitStoppedException(CommitEnding.Stopped stopped) {
    super(stopped.reason(), stopped.cause());
  }
}
