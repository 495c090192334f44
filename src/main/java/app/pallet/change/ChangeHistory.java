package app.pallet.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How everything came about that is pending at one moment, without the steps that no longer matter.
 * Immutable. It is made quickly however much is pending, because the actions are only put together
 * when they are asked for. Any thread.
 */
public final class ChangeHistory {

  private final List<ChangeStep> done;
  private final List<ChangeStep> undone;
  private final List<RowChange> withProblems;
  private final long lastNumber;

  /**
   * Takes the steps there are.
   *
   * @param withProblems the pending changes that have problems
   * @param lastNumber the highest number that a row to be added was given
   */
  ChangeHistory(StepHistory steps, Collection<RowChange> withProblems, long lastNumber) {
    this.done = steps.done();
    this.undone = steps.undone();
    this.withProblems = List.copyOf(withProblems);
    this.lastNumber = lastNumber;
  }

  /** Whether nothing is pending and there is nothing to undo or redo. */
  public boolean isEmpty() {
    return done.isEmpty() && undone.isEmpty();
  }

  /** The highest number that a row to be added was given. */
  public long lastNumber() {
    return lastNumber;
  }

  /** What has to happen to an empty change set to make it equal. */
  public Stream<ChangeAction> actions() {
    return Stream.of(
            done.stream().map(ChangeStep::action),
            undone.stream().map(ChangeStep::action),
            undone.stream().map(step -> new ChangeAction.Undo()),
            remark().stream())
        .flatMap(actions -> actions);
  }

  /** What commits said about rows: no step holds it, or only one that is out of date. */
  private List<ChangeAction> remark() {
    Map<RowKey, ChangeAction.Result> said = new LinkedHashMap<>();
    for (ChangeStep step : done) {
      for (ChangeStep.Swap swap : step.swaps()) {
        RowChange after = swap.after();
        if (after != null && isRefused(after)) {
          said.put(swap.key(), new ChangeAction.Result(swap.key(), after.withoutRefusals()));
        } else if (!said.isEmpty()) {
          said.remove(swap.key());
        }
      }
    }
    for (RowChange change : withProblems) {
      if (isRefused(change)) {
        said.put(change.key(), new ChangeAction.Result(change.key(), change));
      }
    }
    return said.isEmpty()
        ? List.of()
        : List.of(new ChangeAction.Remark(new ArrayList<>(said.values())));
  }

  private static boolean isRefused(RowChange change) {
    return change.problems().stream().anyMatch(RowProblem::isFromCommit);
  }
}
