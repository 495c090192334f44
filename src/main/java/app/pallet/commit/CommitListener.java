package app.pallet.commit;

/**
 * Hears what happens during a commit, on the thread that commits and while a transaction may be
 * open: it should note the event and return.
 */
@FunctionalInterface
public interface CommitListener {

  /** For callers who only want the report. */
  CommitListener NONE = event -> {};

  /** Something happened. */
  void happened(CommitEvent event);
}
