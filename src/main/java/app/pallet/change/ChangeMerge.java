package app.pallet.change;

import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What remains when a row that already has a pending change is changed again:
 *
 * <ul>
 *   <li>an add changed again is an add with the newer values;
 *   <li>an edit changed again keeps the oldest before and the newest after of each column, and ends
 *       where they are equal;
 *   <li>an add deleted is nothing; an edit deleted is a delete of the row as it was read;
 *   <li>a delete stays a delete until it is undone or reverted.
 * </ul>
 *
 * A newer value or problem of a cell replaces the older value and the older problem of that cell.
 */
final class ChangeMerge {

  private ChangeMerge() {}

  /**
   * Merges a wanted change into the pending one of the same row.
   *
   * @return the change that is pending from now on, or null for none
   */
  static @Nullable RowChange merge(@Nullable RowChange pending, RowChange wanted) {
    return switch (pending) {
      case null -> normalize(wanted);
      case RowChange.Add add -> mergeAdd(add, wanted);
      case RowChange.Edit edit -> mergeEdit(edit, wanted);
      case RowChange.Delete delete -> delete;
    };
  }

  /**
   * Merges wanted changes, of which several may be of the same row, into what is pending.
   *
   * @return what is pending for each touched row from now on, null for none
   */
  static Map<RowKey, @Nullable RowChange> merge(
      Map<RowKey, RowChange> pending, Collection<? extends RowChange> wanted) {
    Map<RowKey, @Nullable RowChange> results = LinkedHashMap.newLinkedHashMap(wanted.size());
    for (RowChange change : wanted) {
      RowKey key = change.key();
      RowChange current = results.containsKey(key) ? results.get(key) : pending.get(key);
      results.put(key, merge(current, change));
    }
    return results;
  }

  /**
   * What is left of a change without some cells.
   *
   * @return null where nothing is left of an edit, and for a delete, which is whole or not at all;
   *     an add stays
   */
  static @Nullable RowChange without(RowChange change, Collection<Column> cells) {
    List<RowProblem> problems =
        change.problems().stream()
            .filter(p -> cells.stream().noneMatch(p::concerns) && !isOutdated(change, p))
            .toList();
    return switch (change) {
      case RowChange.Add add ->
          new RowChange.Add(
              add.key(), add.after().only(c -> !cells.contains(c)), add.origin(), problems);
      case RowChange.Edit edit ->
          normalize(
              new RowChange.Edit(
                  edit.key(),
                  edit.before(),
                  edit.after().only(c -> !cells.contains(c)),
                  edit.stamp(),
                  problems));
      case RowChange.Delete delete -> null;
    };
  }

  private static @Nullable RowChange mergeAdd(RowChange.Add pending, RowChange wanted) {
    return switch (wanted) {
      case RowChange.Add again ->
          new RowChange.Add(
              pending.key(),
              untouched(pending.after(), again).plus(again.after()),
              pending.origin(),
              problems(pending, again));
      case RowChange.Edit edit -> throw mismatch(pending, edit);
      case RowChange.Delete delete -> throw mismatch(pending, delete);
    };
  }

  private static @Nullable RowChange mergeEdit(RowChange.Edit pending, RowChange wanted) {
    return switch (wanted) {
      case RowChange.Add add -> throw mismatch(pending, add);
      case RowChange.Edit again ->
          normalize(
              new RowChange.Edit(
                  pending.key(),
                  again.before().plus(pending.before()),
                  untouched(pending.after(), again).plus(again.after()),
                  pending.stamp(),
                  problems(pending, again)));
      case RowChange.Delete delete ->
          new RowChange.Delete(
              delete.key(),
              delete.before().plus(pending.before()),
              pending.stamp(),
              delete.problems());
    };
  }

  /** Drops what an edit leaves as it was, and the edit itself where nothing is left of it. */
  private static @Nullable RowChange normalize(RowChange change) {
    if (!(change instanceof RowChange.Edit edit)) {
      return change;
    }
    RowValues after = edit.after().only(c -> isChanged(edit, c));
    RowValues before = edit.before().only(after::has);
    if (after.isEmpty() && edit.problems().stream().allMatch(RowProblem::isFromCommit)) {
      return null;
    }
    if (after.size() == edit.after().size() && before.size() == edit.before().size()) {
      return edit;
    }
    return new RowChange.Edit(edit.key(), before, after, edit.stamp(), edit.problems());
  }

  private static boolean isChanged(RowChange.Edit edit, Column column) {
    return !edit.before().has(column)
        || !Objects.equals(edit.before().get(column), edit.after().get(column));
  }

  private static RowValues untouched(RowValues values, RowChange again) {
    return values.only(column -> !again.touches(column));
  }

  /** The newer problems, and those older ones whose cells were not touched again. */
  private static List<RowProblem> problems(RowChange pending, RowChange again) {
    if (pending.problems().isEmpty()) {
      return again.problems();
    }
    List<RowProblem> kept = new ArrayList<>();
    for (RowProblem problem : pending.problems()) {
      boolean mended = again.after().columns().asList().stream().anyMatch(problem::concerns);
      boolean replaced =
          again.problems().stream().anyMatch(p -> p.column().equals(problem.column()));
      if (!mended && !replaced && !isOutdated(pending, problem)) {
        kept.add(problem);
      }
    }
    kept.addAll(again.problems());
    return kept;
  }

  private static boolean isOutdated(RowChange change, RowProblem problem) {
    return problem.isOutdatedByChange() && !change.isDoubt(problem);
  }

  private static IllegalArgumentException mismatch(RowChange pending, RowChange wanted) {
    return new IllegalArgumentException(wanted + " can't follow " + pending);
  }
}
