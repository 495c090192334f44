package app.pallet.change;

import java.util.Collections;
import java.util.Set;

/**
 * What is left of the pending changes and their undo once some rows are in the database. It is
 * worked out in advance, so that taking it over costs the owner of the change set little time.
 */
public final class Settlement {

  private final Set<RowKey> keys;
  private final long revision;
  private final PendingChanges result;
  private final StepHistory steps;
  private final boolean moved;

  private Settlement(PendingSnapshot before, Set<RowKey> keys) {
    this.keys = keys;
    this.revision = before.revision();
    this.result = before.pending().without(keys);
    this.moved = result.newRows().size() != before.pending().newRows().size();
    this.steps = before.steps().copy();
    steps.forget(keys);
  }

  /**
   * Works it out; takes time for everything that was pending. Any thread.
   *
   * @param before what was pending, of which the rows were written
   * @param committed the rows; stays as it is from now on
   */
  public static Settlement of(PendingSnapshot before, Set<? extends RowKey> committed) {
    return new Settlement(before, Collections.unmodifiableSet(committed));
  }

  /** The rows that are in the database. */
  Set<RowKey> keys() {
    return keys;
  }

  long revision() {
    return revision;
  }

  /** What is still pending; to be taken over at most once. */
  PendingChanges result() {
    return result;
  }

  /** What can still be undone and redone; to be taken over at most once. */
  StepHistory steps() {
    return steps;
  }

  /** Whether rows to be added went. */
  boolean moved() {
    return moved;
  }
}
