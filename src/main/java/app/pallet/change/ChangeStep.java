package app.pallet.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One action of the user: what was pending for each touched row before and after it. Undo and redo
 * only put the one or the other back.
 *
 * @param label what the user did, as the undo menu says it
 * @param swaps the touched rows
 */
record ChangeStep(String label, List<Swap> swaps) {

  /** A row's pending change before and after the step; null for none. */
  record Swap(RowKey key, @Nullable RowChange before, @Nullable RowChange after) {}

  /**
   * The step from what is pending to these results, without the rows for which nothing changes.
   * What the database said in a commit is no part of it, because only the next commit can say it
   * again.
   */
  static ChangeStep between(
      String label, Map<RowKey, RowChange> pending, Map<RowKey, @Nullable RowChange> results) {
    List<Swap> swaps = new ArrayList<>(results.size());
    results.forEach((key, after) -> {
      RowChange before = pending.get(key);
      if (!Objects.equals(before, after)) {
        swaps.add(new Swap(key, before == null ? null : before.withoutRefusals(), after));
      }
    });
    return new ChangeStep(label, Collections.unmodifiableList(swaps));
  }

  /** The step from what is pending to results that were worked out before, all of them. */
  static ChangeStep replayed(
      String label, Map<RowKey, RowChange> pending, List<ChangeAction.Result> results) {
    List<Swap> swaps = new ArrayList<>(results.size());
    for (ChangeAction.Result result : results) {
      RowChange before = pending.get(result.key());
      swaps.add(
          new Swap(
              result.key(), before == null ? null : before.withoutRefusals(), result.change()));
    }
    return new ChangeStep(label, Collections.unmodifiableList(swaps));
  }

  /** What is to be told of it. */
  ChangeAction.Step action() {
    return new ChangeAction.Step(label, results());
  }

  /** What is pending after it. */
  List<ChangeAction.Result> results() {
    return swaps.stream().map(s -> new ChangeAction.Result(s.key(), s.after())).toList();
  }

  /** The same step without some rows. */
  ChangeStep without(Predicate<RowKey> gone) {
    return new ChangeStep(label, swaps.stream().filter(s -> !gone.test(s.key())).toList());
  }
}
