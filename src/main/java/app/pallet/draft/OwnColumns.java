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

/** Leaves out of changes what is about columns that the table no longer has, and tells of which. */
final class OwnColumns {

  private final Set<Column> own = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> leftOut = new TreeSet<>();

  OwnColumns(TableSchema schema) {
    own.addAll(schema.columns()); // a reader gives the table's own objects
  }

  /** The action without what is about foreign columns. */
  ChangeAction only(ChangeAction action) {
    return switch (action) {
      case ChangeAction.Step(var label, var results, var origins) ->
          new ChangeAction.Step(label, only(results), origins);
      case ChangeAction.Remark(var results) -> new ChangeAction.Remark(only(results));
      case ChangeAction.Undo undo -> undo;
      case ChangeAction.Redo redo -> redo;
      case ChangeAction.Settle(var keys, var later) -> new ChangeAction.Settle(keys, only(later));
    };
  }

  private List<ChangeAction.Result> only(List<ChangeAction.Result> results) {
    List<ChangeAction.Result> all = new ArrayList<>(results.size());
    for (ChangeAction.Result result : results) {
      RowChange change = result.change();
      all.add(
          change == null || isOwn(change)
              ? result
              : new ChangeAction.Result(result.key(), only(change)));
    }
    return all;
  }

  private boolean isOwn(RowChange change) {
    return switch (change) {
          case RowChange.Add add -> isOwn(add.after());
          case RowChange.Edit edit -> isOwn(edit.before()) && isOwn(edit.after());
          case RowChange.Delete delete -> isOwn(delete.before());
        }
        && (change.problems().isEmpty() || change.problems().stream().allMatch(this::isOwn));
  }

  private boolean isOwn(RowValues values) {
    for (Column column : values.columns().asList()) {
      if (!own.contains(column)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOwn(RowProblem problem) {
    return problem.column().isEmpty()
        || own.stream().anyMatch(column -> column.name().equals(problem.column()));
  }

  private @Nullable RowChange only(RowChange change) {
    for (Column column : change.after().columns().asList()) {
      if (!own.contains(column)) {
        leftOut.add(column.label());
      }
    }
    List<RowProblem> problems = change.problems().stream().filter(this::isOwn).toList();
    return switch (change) {
      case RowChange.Add add ->
          new RowChange.Add(add.key(), only(add.after()), add.origin(), problems);
      case RowChange.Edit edit -> {
        RowValues after = only(edit.after());
        yield after.isEmpty() && problems.isEmpty()
            ? null
            : new RowChange.Edit(edit.key(), only(edit.before()), after, edit.version(), problems);
      }
      case RowChange.Delete delete ->
          new RowChange.Delete(delete.key(), only(delete.before()), delete.version(), problems);
    };
  }

  private RowValues only(RowValues values) {
    return values.only(own::contains);
  }

  /** The labels of the columns of which values were left out. */
  Set<String> leftOut() {
    return leftOut;
  }
}
