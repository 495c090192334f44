package app.pallet.workspace.streamed;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.matching.MatchResult;
import app.pallet.spreadsheet.matching.RowOutcome;
import app.pallet.workspace.pending.RowChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes every row a new product, whatever its key: for a catalogue that is made of a file and holds
 * nothing yet.
 */
final class NewProducts {

  private final TableSchema schema;
  private final ChangeSet keys;

  NewProducts(TableSchema schema) {
    this.schema = schema;
    this.keys = new ChangeSet(schema);
  }

  MatchResult match(List<RowMapping> rows) {
    List<RowChange.Add> adds = new ArrayList<>(rows.size());
    List<RowProblem> problems = new ArrayList<>();
    List<RowOutcome> outcomes = new ArrayList<>(rows.size());
    for (RowMapping row : rows) {
      problems.addAll(row.problems());
      boolean spoiled = row.problems().stream().anyMatch(NewProducts::concernsWholeRow);
      outcomes.add(spoiled ? RowOutcome.REJECTED : RowOutcome.ADD);
      if (!spoiled) {
        adds.add(RowChanges.addition(schema, keys.nextKey(), row));
      }
    }
    int rejected = rows.size() - adds.size();
    return new MatchResult(adds, List.of(), 0, rejected, problems, outcomes, Map.of());
  }

  private static boolean concernsWholeRow(RowProblem problem) {
    return problem.column().isEmpty() && problem.severity() == Severity.ERROR;
  }
}
