package app.pallet.change;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is pending once the latest step is undone, or the one that was undone last is redone, worked
 * out before the change set takes it over, so that this takes little of its owner's time.
 */
public final class PreparedUndo {

  private final long revision;
  private final PendingChanges result;
  private final boolean moved;

  /** Puts one side of a step into a copy of what is pending, in time for all of it. Any thread. */
  PreparedUndo(
      PendingSnapshot before,
      ChangeStep step,
      Function<ChangeStep.Swap, @Nullable RowChange> side) {
    this.revision = before.revision();
    this.result = before.pending().copy();
    this.moved = result.put(step, side);
  }

  long revision() {
    return revision;
  }

  /** What is pending then; to be taken over at most once. */
  PendingChanges result() {
    return result;
  }

  /** Whether rows to be added come or go. */
  boolean moved() {
    return moved;
  }
}
