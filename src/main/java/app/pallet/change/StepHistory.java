package app.pallet.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The steps that were done and those that were undone, for {@link ChangeSet}. */
final class StepHistory {

  private final Deque<ChangeStep> done = new ArrayDeque<>();
  private final Deque<ChangeStep> undone = new ArrayDeque<>();

  /** A copy that changes independently. */
  StepHistory copy() {
    StepHistory copy = new StepHistory();
    copy.addAll(this);
    return copy;
  }

  void addAll(StepHistory other) {
    done.addAll(other.done);
    undone.addAll(other.undone);
  }

  void clear() {
    done.clear();
    undone.clear();
  }

  boolean isEmpty() {
    return done.isEmpty() && undone.isEmpty();
  }

  /** A new step is done, which ends redoing. */
  void add(ChangeStep step) {
    undone.clear();
    done.push(step);
  }

  /** The step that is undone next. */
  Optional<ChangeStep> last() {
    return Optional.ofNullable(done.peek());
  }

  /** The step that is redone next. */
  Optional<ChangeStep> next() {
    return Optional.ofNullable(undone.peek());
  }

  ChangeStep undo() {
    ChangeStep step = done.pop();
    undone.push(step);
    return step;
  }

  ChangeStep redo() {
    ChangeStep step = undone.pop();
    done.push(step);
    return step;
  }

  /** No step is about these rows any more. */
  void forget(Set<RowKey> rows) {
    forget(done, rows);
    forget(undone, rows);
  }

  private static void forget(Deque<ChangeStep> steps, Set<RowKey> rows) {
    List<ChangeStep> left =
        steps.stream()
            .map(step -> step.without(rows::contains))
            .filter(step -> !step.swaps().isEmpty())
            .toList();
    steps.clear();
    steps.addAll(left);
  }

  /** Puts others in the place of changes, of the same rows. */
  void map(UnaryOperator<RowChange> others) {
    map(done, others);
    map(undone, others);
  }

  private static void map(Deque<ChangeStep> steps, UnaryOperator<RowChange> others) {
    List<ChangeStep> mapped = steps.stream().map(step -> step.mapped(others)).toList();
    steps.clear();
    steps.addAll(mapped);
  }

  /**
   * Where those of the pending changes come from that steps with origins put there.
   *
   * @param pending what these steps have led to
   */
  Map<RowKey, RowOrigin> origins(Map<RowKey, RowChange> pending) {
    Map<RowKey, RowOrigin> origins = new HashMap<>();
    done.forEach(step -> step.collectOrigins(pending, origins)); // the latest first
    return origins;
  }

  /** The steps that were done, the oldest first; a copy. */
  List<ChangeStep> done() {
    return List.copyOf(done).reversed();
  }

  /** The steps that can be redone, the next one first; a copy. */
  List<ChangeStep> undone() {
    return List.copyOf(undone);
  }
}
