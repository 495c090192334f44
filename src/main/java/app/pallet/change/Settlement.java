package app.pallet.change;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

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
  private final Map<RowKey.New, RowKey.Stored> given;

  private Settlement(
      PendingSnapshot before, Set<RowKey> keys, Map<RowKey.New, ? extends RowKey.Stored> given) {
    this.keys = keys;
    this.given = before.refersToItself() ? Map.copyOf(given) : Map.of();
    this.revision = before.revision();
    this.result = before.pending().without(keys);
    this.moved = result.newRows().size() != before.pending().newRows().size();
    this.steps = before.steps().copy();
    steps.forget(keys);
    if (!this.given.isEmpty()) {
      UnaryOperator<Object> put = RowKey.put(this.given::get);
      result.map(change -> change.mapped(put));
      steps.map(change -> change.mapped(put));
    }
  }

  /**
   * Works it out; takes time for everything that was pending. Any thread.
   *
   * @param before what was pending, of which the rows were written
   * @param committed the rows; stays as it is from now on
   * @param given the keys of those that were added, for cells of others that refer to them
   */
  public static Settlement of(
      PendingSnapshot before,
      Set<? extends RowKey> committed,
      Map<RowKey.New, ? extends RowKey.Stored> given) {
    return new Settlement(before, Collections.unmodifiableSet(committed), given);
  }

  /** The same where no cell refers to rows that were added. */
  public static Settlement of(PendingSnapshot before, Set<? extends RowKey> committed) {
    return of(before, committed, Map.of());
  }

  /** The rows that are in the database. */
  Set<RowKey> keys() {
    return keys;
  }

  /** The keys of rows that were added; empty if no cell of the table can refer to them. */
  Map<RowKey.New, RowKey.Stored> given() {
    return given;
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
