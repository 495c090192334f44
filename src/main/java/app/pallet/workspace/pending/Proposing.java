package app.pallet.workspace.pending;

import app.pallet.work.WorkMonitor;

/**
 * Works a proposal out, usually on the reading thread. It may be asked again, for something else
 * may have become pending meanwhile; so it keeps nothing from one time to the next.
 *
 * @param <R> what the user is told about it
 */
@FunctionalInterface
public interface Proposing<R> {

  /**
   * Works it out.
   *
   * @param basis what is pending, and how to get rows
   * @param monitor hears of the progress and tells whether to stop
   */
  Proposal<R> propose(Basis basis, WorkMonitor monitor);
}
