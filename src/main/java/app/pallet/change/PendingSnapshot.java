package app.pallet.change;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was pending at one moment, for work on other threads; it never changes. Quick to take
 * whatever is pending.
 */
public final class PendingSnapshot {

  private final PendingChanges pending;
  private final StepHistory steps;
  private final long revision;

  /** Takes over what nobody may change any more. */
  PendingSnapshot(PendingChanges pending, StepHistory steps, long revision) {
    this.pending = pending;
    this.steps = steps;
    this.revision = revision;
  }

  PendingChanges pending() {
    return pending;
  }

  /** How it came about, to be copied before it is changed. */
  StepHistory steps() {
    return steps;
  }

  /** Tells this state of the change set from every other. */
  long revision() {
    return revision;
  }

  /** All changes that were pending, in the order in which their rows were first touched. */
  public Collection<RowChange> changes() {
    return pending.byKey().values();
  }

  /**
   * The changes that could be committed then; takes time for what was pending.
   *
   * @param held rows that are left out
   */
  public List<RowChange> committable(Set<? extends RowKey> held) {
    return pending.committable(held);
  }

  /**
   * Where in which files the rows to be changed come from of which something is pending that a file
   * said; rows to be added say it themselves. Takes time for all rows that came from files.
   */
  public Map<RowKey, RowOrigin> origins() {
    return steps.origins(pending.byKey());
  }
}
