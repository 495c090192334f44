package app.pallet.ui.change;

import app.pallet.change.ChangeCounts;
import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent;
import app.pallet.ui.text.Wording;
import app.pallet.ui.text.Wording.Count;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * What is pending and what is wrong with it, as two lists for reading. A paste can leave 100,000
 * changes, so each list holds the first {@link #LIMIT} and the remark says how many there are.
 * {@link #refresh} takes time for what the lists show: call it when the changes have settled, not
 * for each of them. FX thread.
 */
public final class ChangesViewModel {

  /** Entries shown of each list. */
  public static final int LIMIT = 2_000;

  private final ObservableList<ChangeEntry> changes = FXCollections.observableArrayList();
  private final ObservableList<ProblemEntry> problems = FXCollections.observableArrayList();
  private final FilteredList<ProblemEntry> filteredProblems = new FilteredList<>(problems);
  private final StringProperty problemFilter = new SimpleStringProperty(this, "problemFilter", "");
  private final ReadOnlyIntegerWrapper changeCount =
      new ReadOnlyIntegerWrapper(this, "changeCount");
  private final ReadOnlyIntegerWrapper problemCount =
      new ReadOnlyIntegerWrapper(this, "problemCount");
  private final ReadOnlyBooleanWrapper conflicts = new ReadOnlyBooleanWrapper(this, "conflicts");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
  private final int limit;

  /** An empty view model whose lists show so many entries. */
  public ChangesViewModel(int limit) {
    this.limit = limit;
    problemFilter.addListener((observed, before, now) -> filter(now));
  }

  /**
   * Reads the first of what is pending.
   *
   * @param titles gives a row its name
   */
  public void refresh(TableSchema schema, ChangeSet pending, Function<RowChange, String> titles) {
    List<ChangeEntry> firstChanges =
        pending.changes().stream()
            .limit(limit)
            .map(change ->
                new ChangeEntry(change.mapped(value -> named(value, pending, titles)), titles))
            .toList();
    List<ProblemEntry> firstProblems =
        pending.withProblems().stream()
            .flatMap(
                change -> change.problems().stream().map(problem -> new Found(change, problem)))
            .limit(limit)
            .map(found -> entry(schema, found, titles.apply(found.change())))
            .toList();
    changes.setAll(firstChanges);
    problems.setAll(firstProblems);
    changeCount.set(pending.counts().total());
    problemCount.set(pending.problemCount());
    conflicts.set(pending.withProblems().stream().anyMatch(RowChange::isInConflict));
    summary.set(describe(pending.counts(), firstChanges.size()));
  }

  /** Forgets everything, because nothing is open any more. */
  public void clear() {
    changes.clear();
    problems.clear();
    changeCount.set(0);
    problemCount.set(0);
    conflicts.set(false);
    summary.set("");
  }

  /** What is shown of a row that a cell refers to and that is yet to be added. */
  private static Object named(Object value, ChangeSet pending, Function<RowChange, String> titles) {
    return switch (value) {
      case PendingParent.OwnRow row ->
          pending.get(new RowKey.New(row.number())).map(titles).orElse(row.toString()) + " · new";
      case PendingParent.OtherRow row -> row + " · new";
      default -> value;
    };
  }

  /** The first pending changes, in the order in which their rows were first touched. */
  ObservableList<ChangeEntry> changes() {
    return changes;
  }

  /** The first problems, as far as they match the filter. */
  ObservableList<ProblemEntry> problems() {
    return filteredProblems;
  }

  /** Text that every problem shown contains. */
  StringProperty problemFilterProperty() {
    return problemFilter;
  }

  /** How many changes are pending. */
  public ReadOnlyIntegerProperty changeCountProperty() {
    return changeCount.getReadOnlyProperty();
  }

  /** How many problems there are. */
  public ReadOnlyIntegerProperty problemCountProperty() {
    return problemCount.getReadOnlyProperty();
  }

  /** Whether any change is in conflict with somebody else's. */
  public ReadOnlyBooleanProperty conflictsProperty() {
    return conflicts.getReadOnlyProperty();
  }

  /** The changes in a few words: {@code 3 added · 12 edited}. */
  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** A problem of a change. */
  private record Found(RowChange change, RowProblem problem) {}

  private static ProblemEntry entry(TableSchema schema, Found found, String title) {
    String label = schema.column(found.problem().column()).map(Column::label).orElse("");
    return new ProblemEntry(found.change().key(), title, found.problem(), label);
  }

  private void filter(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    filteredProblems.setPredicate(wanted.isEmpty() ? null : entry -> entry.contains(wanted));
  }

  private static String describe(ChangeCounts counts, int shown) {
    String tally =
        Wording.tally(
            new Count(counts.adds(), "added"),
            new Count(counts.edits(), "edited"),
            new Count(counts.deletes(), "deleted"));
    return shown < counts.total() ? tally + " · first " + Wording.grouped(shown) + " shown" : tally;
  }
}
