package app.pallet.draft;

/** Whether what is pending is on disk. */
public sealed interface DraftStatus {

  /** All of it is. */
  record Saved() implements DraftStatus {}

  /** The latest action is not yet: the disk is slow. */
  record Saving() implements DraftStatus {}

  /**
   * It can't be written.
   *
   * @param reason why, as a sentence without its full stop
   * @param changes how many changes are in memory only
   */
  record Failing(String reason, int changes) implements DraftStatus {}
}
