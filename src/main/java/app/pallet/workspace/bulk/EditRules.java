package app.pallet.workspace.bulk;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.operation.example.Example;
import app.pallet.operation.example.RuleFinder;
import app.pallet.operation.recipe.Step;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.pending.Basis;
import app.pallet.workspace.pending.Proposals;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the rules that pending edits follow, to be kept as recipes. Owner thread. */
public final class EditRules {

  private static final int PORTION = 10_000;

  private final TableSchema schema;
  private final Proposals proposals;
  private final EditQueue queue;

  /** The rules in what is pending for a table. */
  public EditRules(TableSchema schema, Proposals proposals, EditQueue queue) {
    this.schema = schema;
    this.proposals = proposals;
    this.queue = queue;
  }

  /**
   * A rule that explains all pending edits of a column.
   *
   * @param edits how many cells of it are edited
   * @param steps what was done to them
   */
  public record Found(Column column, long edits, List<Step> steps) {

    /** What was done, as the user reads it. */
    public String name() {
      return steps.getFirst().column()
          + ": "
          + steps.stream()
              .map(step -> step.told().substring(step.column().length() + 2))
              .collect(Collectors.joining(", "));
    }
  }

  /**
   * Looks for rules in the background. Nothing becomes pending.
   *
   * @param done gets one rule for each column that follows any, on the owner thread
   */
  public void find(Consumer<List<Found>> done) {
    proposals.lookInBackground(queue::glance, "Find a rule", this::rules, done);
  }

  private List<Found> rules(Basis basis, WorkMonitor monitor) {
    List<RowChange.Edit> edits =
        basis.pending().changes().stream()
            .filter(RowChange.Edit.class::isInstance)
            .map(RowChange.Edit.class::cast)
            .toList();
    monitor.begin("Find a rule", edits.size());
    Map<Column, List<Example>> examples = new LinkedHashMap<>();
    for (int from = 0; from < edits.size(); from += PORTION) {
      List<RowChange.Edit> portion = edits.subList(from, Math.min(edits.size(), from + PORTION));
      collect(basis, portion, examples);
      monitor.step(portion.size());
    }
    List<Found> found = new ArrayList<>();
    examples.forEach((column, all) ->
        RuleFinder.find(schema, column, all)
            .ifPresent(steps -> found.add(new Found(column, all.size(), steps))));
    return found;
  }

  private void collect(
      Basis basis, List<RowChange.Edit> edits, Map<Column, List<Example>> examples) {
    List<RowKey> keys = edits.stream().<RowKey>map(RowChange.Edit::key).toList();
    @Nullable ViewRow[] rows = basis.rows(keys, schema.columns());
    for (int i = 0; i < rows.length; i++) {
      ViewRow row = rows[i];
      if (row != null) {
        ViewRow before = new ViewRow(row.key(), row.stored(), null);
        RowChange.Edit edit = edits.get(i);
        for (Column column : edit.after().columns().asList()) {
          if (edit.problemOf(column).isEmpty()) {
            examples
                .computeIfAbsent(column, any -> new ArrayList<>())
                .add(new Example(before, edit.after().get(column)));
          }
        }
      }
    }
  }
}
