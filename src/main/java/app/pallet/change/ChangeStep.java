package app.pallet.change;

import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One action of the user: what was pending for each touched row before and after it. Undo and redo
 * only put the one or the other back.
 *
 * @param label what the user did, as the undo menu says it
 * @param swaps the touched rows
 * @param origins where in which file those of them come from that were in the catalogue; rows to be
 *     added say it themselves
 */
record ChangeStep(String label, List<Swap> swaps, StepOrigins origins) {

  /** A row's pending change before and after the step; null for none. */
  record Swap(RowKey key, @Nullable RowChange before, @Nullable RowChange after) {

    /** Whether a value or a problem that the step put in is in what is pending now. */
    boolean isStillIn(RowChange now) {
      RowChange put = after;
      return put != null
          && (put.after().columns().asList().stream()
                  .anyMatch(column -> says(now, put, column) && !says(before, put, column))
              || put.problems().stream()
                  .filter(problem -> !problem.isFromCommit())
                  .anyMatch(problem -> has(now, problem) && !has(before, problem)));
    }

    /** The columns in which what is pending differs. */
    List<Column> changed() {
      return Stream.of(before, after)
          .filter(Objects::nonNull)
          .flatMap(change -> change.after().columns().asList().stream())
          .distinct()
          .filter(column -> !Objects.equals(value(before, column), value(after, column)))
          .toList();
    }

    private static @Nullable Object value(@Nullable RowChange change, Column column) {
      return change != null && change.after().has(column) ? change.after().get(column) : null;
    }

    private static boolean says(@Nullable RowChange change, RowChange put, Column column) {
      return change != null
          && change.after().has(column)
          && Objects.equals(change.after().get(column), put.after().get(column));
    }

    private static boolean has(@Nullable RowChange change, RowProblem problem) {
      return change != null && change.problems().contains(problem);
    }
  }

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
    return new ChangeStep(label, Collections.unmodifiableList(swaps), StepOrigins.NONE);
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
    return new ChangeStep(label, Collections.unmodifiableList(swaps), StepOrigins.NONE);
  }

  /**
   * The one column in which every row of the step differs; empty where rows come or go, or where
   * there are more columns or no such values.
   */
  Optional<Column> onlyColumn() {
    Column only = null;
    for (Swap swap : swaps) {
      if (isWholeRow(swap.before) || isWholeRow(swap.after)) {
        return Optional.empty();
      }
      for (Column column : swap.changed()) {
        if (only != null && !only.equals(column)) {
          return Optional.empty();
        }
        only = column;
      }
    }
    return Optional.ofNullable(only);
  }

  private static boolean isWholeRow(@Nullable RowChange change) {
    return change != null && !(change instanceof RowChange.Edit);
  }

  /** The same step, whose rows come from there. */
  ChangeStep from(StepOrigins known) {
    return new ChangeStep(label, swaps, known);
  }

  /** The same step, of which these rows come from there. */
  ChangeStep from(Map<RowKey, RowOrigin> known) {
    return known.isEmpty()
        ? this
        : from(
            StepOrigins.of(
                swaps.size(), row -> Optional.ofNullable(known.get(swaps.get(row).key()))));
  }

  /** What is to be told of it. */
  ChangeAction.Step action() {
    return new ChangeAction.Step(label, results(), origins);
  }

  /** What is pending after it. */
  List<ChangeAction.Result> results() {
    return swaps.stream().map(s -> new ChangeAction.Result(s.key(), s.after())).toList();
  }

  /** The same step with others in the place of its changes. */
  ChangeStep mapped(UnaryOperator<RowChange> others) {
    return new ChangeStep(
        label,
        swaps.stream()
            .map(swap ->
                new Swap(swap.key(), mapped(swap.before(), others), mapped(swap.after(), others)))
            .toList(),
        origins);
  }

  private static @Nullable RowChange mapped(
      @Nullable RowChange change, UnaryOperator<RowChange> others) {
    return change == null ? null : others.apply(change);
  }

  /** The same step without some rows. */
  ChangeStep without(Predicate<RowKey> gone) {
    int[] left =
        IntStream.range(0, swaps.size()).filter(row -> !gone.test(swaps.get(row).key())).toArray();
    return new ChangeStep(
        label,
        IntStream.of(left).mapToObj(swaps::get).toList(),
        origins.isEmpty() ? origins : StepOrigins.of(left.length, row -> origins.at(left[row])));
  }

  /**
   * Notes where rows come from of which something is still pending that this step put in, unless a
   * later step has put something in, too.
   */
  void collectOrigins(Map<RowKey, RowChange> pending, Map<RowKey, RowOrigin> found) {
    for (StepOrigins.Run run : origins.runs()) {
      for (int row = run.first(); row < run.end(); row++) {
        Swap swap = swaps.get(row);
        RowChange now = pending.get(swap.key());
        if (now != null && !found.containsKey(swap.key()) && swap.isStillIn(now)) {
          found.put(swap.key(), run.at(row));
        }
      }
    }
  }
}
