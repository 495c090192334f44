package app.pallet.change;

import java.util.function.Supplier;

/**
 * Is told everything that happens to a {@link ChangeSet}, so that it can be done again after a
 * crash. Called on the change set's thread.
 */
@FunctionalInterface
public interface ChangeJournal {

  /** Keeps nothing. */
  ChangeJournal NONE = (action, before) -> {};

  /**
   * Something is about to happen; nobody sees it before this returns, and nothing keeps it from
   * happening. Prepared changes that are recorded as they are come as their {@link
   * PreparedChanges#action} itself.
   *
   * @param before gives how everything came about that is pending now, to begin a journal anew;
   *     only to be asked before this returns
   */
  void happening(ChangeAction action, Supplier<ChangeHistory> before);
}
