package app.pallet.draft;

import app.pallet.change.ChangeAction;
import app.pallet.change.RowChange;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of stored changes what is about columns that the table no longer has, and notes which
 * columns those are.
 */
final class KnownColumns {

  private final Set<Column> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> leftOut = new TreeSet<>();

  KnownColumns(TableSchema schema) {
    known.addAll(schema.columns()); // a reader gives the table's own objects
  }

  /** The action without what is about columns that the table no longer has. */
  ChangeAction ofKnown(ChangeAction action) {
    return switch (action) {
      case ChangeAction.Step(var label, var results, var origins) ->
          new ChangeAction.Step(label, ofKnown(results), origins);
      case ChangeAction.Remark(var results) -> new ChangeAction.Remark(ofKnown(results));
      case ChangeAction.Undo undo -> undo;
      case ChangeAction.Redo redo -> redo;
      case ChangeAction.Settle(var keys, var later, var given) ->
          new ChangeAction.Settle(keys, ofKnown(later), given);
    };
  }

  private List<ChangeAction.Result> ofKnown(List<ChangeAction.Result> results) {
    List<ChangeAction.Result> all = new ArrayList<>(results.size());
    for (ChangeAction.Result result : results) {
      RowChange change = result.change();
      all.add(
          change == null || isKnown(change)
              ? result
              : new ChangeAction.Result(result.key(), ofKnown(change)));
    }
    return all;
  }

  private boolean isKnown(RowChange change) {
    return switch (change) {
          case RowChange.Add add -> isKnown(add.after());
          case RowChange.Edit edit -> isKnown(edit.before()) && isKnown(edit.after());
          case RowChange.Delete delete -> isKnown(delete.before());
        }
        && (change.problems().isEmpty() || change.problems().stream().allMatch(this::isKnown));
  }

  private boolean isKnown(RowValues values) {
    for (Column column : values.columns().asList()) {
      if (!known.contains(column)) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnown(RowProblem problem) {
    return problem.column().isEmpty()
        || known.stream().anyMatch(column -> column.name().equals(problem.column()));
  }

  private @Nullable RowChange ofKnown(RowChange change) {
    for (Column column : change.after().columns().asList()) {
      if (!known.contains(column)) {
        leftOut.add(column.label());
      }
    }
    List<RowProblem> problems = change.problems().stream().filter(this::isKnown).toList();
    return switch (change) {
      case RowChange.Add add ->
          new RowChange.Add(add.key(), ofKnown(add.after()), add.origin(), problems);
      case RowChange.Edit edit -> {
        RowValues after = ofKnown(edit.after());
        yield after.isEmpty() && problems.isEmpty()
            ? null
            : new RowChange.Edit(edit.key(), ofKnown(edit.before()), after, edit.stamp(), problems);
      }
      case RowChange.Delete delete ->
          new RowChange.Delete(delete.key(), ofKnown(delete.before()), delete.stamp(), problems);
    };
  }

  private RowValues ofKnown(RowValues values) {
    return values.only(known::contains);
  }

  /** The labels of the columns of which values were left out. */
  Set<String> leftOut() {
    return leftOut;
  }
}
