package app.pallet.change;

import app.pallet.schema.CellReading;
import app.pallet.schema.CellRules;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the required cells that a row to be added has not got yet, so that it waits for them. */
final class RequiredCells {

  private final List<Column> required;

  RequiredCells(TableSchema schema) {
    required = schema.dataColumns().stream().filter(c -> c.rules().required()).toList();
  }

  /** Checks what shall become pending, in place; nothing where a row is to be dropped. */
  Map<RowKey, @Nullable RowChange> checkAll(Map<RowKey, @Nullable RowChange> results) {
    results.replaceAll((key, change) -> change == null ? null : check(change));
    return results;
  }

  /** The same change, with a problem for each required cell that has neither value nor problem. */
  RowChange check(RowChange change) {
    if (!(change instanceof RowChange.Add add)) {
      return change;
    }
    List<RowProblem> missing = new ArrayList<>();
    for (Column column : required) {
      if (add.after().get(column) == null
          && add.problemOf(column).isEmpty()
          && CellRules.check(column, null) instanceof CellReading.Rejected why) {
        missing.add(RowProblem.of(add.origin(), column, "", why));
      }
    }
    if (missing.isEmpty()) {
      return add;
    }
    missing.addAll(add.problems());
    return add.withProblems(missing);
  }
}
