package app.pallet.change;

/** What was pending at one moment, for work on other threads; it never changes. */
public final class PendingSnapshot {

  private final PendingChanges pending;
  private final long revision;

  /** Takes the copy over; nobody else may change it. */
  PendingSnapshot(PendingChanges pending, long revision) {
    this.pending = pending;
    this.revision = revision;
  }

  PendingChanges pending() {
    return pending;
  }

  /** Tells this state of the change set from every other. */
  long revision() {
    return revision;
  }
}
