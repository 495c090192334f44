package app.pallet.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes that are merged with what was pending, ready to be recorded. */
public final class PreparedChanges {

  private final long revision;
  private final ChangeStep step;
  private final ChangeAction.Step action;
  private final List<RowChange> wanted;
  private final Map<RowKey, RowOrigin> origins;
  private final PendingChanges result;
  private final boolean moved;
  private final Set<RowKey> changedAdds;

  PreparedChanges(
      PendingSnapshot snapshot,
      ChangeStep step,
      List<RowChange> wanted,
      Map<RowKey, RowOrigin> origins) {
    this.revision = snapshot.revision();
    this.step = step;
    this.action = step.action();
    this.wanted = wanted;
    this.origins = origins;
    this.changedAdds =
        wanted.stream()
            .filter(RowChange.Add.class::isInstance)
            .map(RowChange::key)
            .filter(snapshot.pending().byKey()::containsKey)
            .collect(Collectors.toUnmodifiableSet());
    this.result = snapshot.pending().copy();
    this.moved = result.put(step, ChangeStep.Swap::after);
  }

  long revision() {
    return revision;
  }

  ChangeStep step() {
    return step;
  }

  /**
   * What a journal will be told when they are recorded as they are: this very object, so that it
   * may be written down before.
   */
  public ChangeAction.Step action() {
    return action;
  }

  List<RowChange> wanted() {
    return wanted;
  }

  /** The rows that were to be added already and are changed by these. */
  Set<RowKey> changedAdds() {
    return changedAdds;
  }

  /** Where these come from, unless they say so themselves. */
  Map<RowKey, RowOrigin> origins() {
    return origins;
  }

  /** What is pending once they are recorded; to be taken over at most once. */
  PendingChanges result() {
    return result;
  }

  /** Whether rows to be added come or go. */
  boolean moved() {
    return moved;
  }

  /** Everything that is wrong with the changes, missing cells of rows to be added included. */
  public Stream<RowProblem> problems() {
    return step.swaps().stream()
        .map(ChangeStep.Swap::after)
        .flatMap(after -> after == null ? Stream.empty() : after.problems().stream());
  }
}
