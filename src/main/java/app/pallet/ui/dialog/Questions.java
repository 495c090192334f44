package app.pallet.ui.dialog;

import app.pallet.draft.DraftStatus;

/** Asks the user before something can't be undone. Blocks until answered; FX thread. */
public interface Questions {

  /** What to do with pending changes when their catalogue is about to be closed. */
  enum Leaving {
    /** Stay. */
    KEEP_EDITING,
    /** Close; the draft offers them when the catalogue is opened again. */
    KEEP_FOR_NEXT_TIME,
    /** Close and lose them. */
    DISCARD
  }

  /**
   * Asks about pending changes.
   *
   * @param pending how many rows have one, at least 1
   * @param status whether they are all in the draft
   */
  Leaving leaving(int pending, DraftStatus status);

  /**
   * Asks once more before a draft is deleted.
   *
   * @param pending how many rows have a change in it
   * @return whether it shall be deleted
   */
  boolean discardDraft(int pending);
}
