package app.pallet.change;

import java.util.function.Supplier;

/**
 * Hears everything that happens to a {@link ChangeSet}, so that it can be repeated after a crash.
 * Called on the thread of the change set.
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
   * @param before gives the history of everything that is pending now, for a journal that starts
   *     over; may only be asked before this method returns
   */
  void happening(ChangeAction action, Supplier<ChangeHistory> before);
}
