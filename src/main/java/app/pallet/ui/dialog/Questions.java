package app.pallet.ui.dialog;

/** Asks the user before something can't be undone. Blocks until answered; FX thread. */
public interface Questions {

  /** What to do with pending changes when their catalogue is about to be closed. */
  enum Leaving {
    /** Stay, the changes are still wanted. */
    KEEP_EDITING,
    /** Close and lose them. */
    DISCARD
  }

  /**
   * Asks about pending changes.
   *
   * @param pending how many rows have one, at least 1
   */
  Leaving leaving(int pending);
}
