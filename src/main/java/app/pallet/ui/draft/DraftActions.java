package app.pallet.ui.draft;

/** What the user can do about drafts. FX thread. */
public interface DraftActions {

  /** Makes the changes in the offered draft pending again. */
  void restoreDraft();

  /** Deletes the offered draft after asking for confirmation. */
  void discardDraft();

  /** Leaves the offered draft for another time. */
  void leaveDraft();

  /** Tries again to write what is in memory only. */
  void retryDraft();
}
