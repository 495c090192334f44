package app.pallet.ui.history;

import app.pallet.change.RowKey;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.commit.ledger.PastCommit;
import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.work.Latest;
import app.pallet.workspace.history.CatalogueHistory;
import app.pallet.workspace.history.HistoryRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the history window shows: the commits that match what is searched for, the rows of the
 * selected one, and which of them the user wants to take back. An answer that arrives after the
 * user has asked for something else is dropped. FX thread.
 */
public final class HistoryViewModel {

  private final CatalogueHistory history;
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ObservableList<PastCommit> commits = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<PastCommit>> selected =
      new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
  private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen");
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
  private final Set<RowKey> leftOut = new HashSet<>();
  private long found;
  private final Latest latest = new Latest();

  /** Begins with all commits; they come from the background. */
  public HistoryViewModel(CatalogueHistory history) {
    this.history = history;
    search();
  }

  /** What is searched for; {@link #search} searches. */
  StringProperty searchProperty() {
    return search;
  }

  /** The commits found, the latest first. */
  ObservableList<PastCommit> commits() {
    return commits;
  }

  /** The commit whose rows are shown. */
  ReadOnlyObjectProperty<Optional<PastCommit>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The rows of the selected commit that match what is searched for. */
  ObservableList<HistoryRow> rows() {
    return rows;
  }

  /** How many of them will be taken back. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** What the rows are, in a few words. */
  ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /** Finds commits; the latest of them is selected when they are there. */
  void search() {
    history.commits(
        search.get(),
        latest.only(answer -> {
          commits.setAll(answer);
          select(answer.stream().findFirst());
        }));
  }

  /** Shows the rows of a commit that match what is searched for by now. */
  void select(Optional<PastCommit> wanted) {
    latest.drop();
    selected.set(wanted);
    leftOut.clear();
    show(List.of(), 0);
    wanted.ifPresent(commit ->
        history.open(
            commit, search.get(), latest.only(answer -> show(answer.rows(), answer.found()))));
  }

  private void show(List<HistoryRow> shown, long all) {
    found = all;
    rows.setAll(shown);
    count();
  }

  /** Whether a row will be taken back. */
  boolean isChosen(HistoryRow row) {
    return !leftOut.contains(row.committed().row());
  }

  /** Includes a row in what is taken back, or leaves it out. */
  void choose(HistoryRow row, boolean wanted) {
    if (wanted) {
      leftOut.remove(row.committed().row());
    } else {
      leftOut.add(row.committed().row());
    }
    count();
  }

  /** Includes all rows in what is taken back, or leaves all of them out. */
  void chooseAll(boolean wanted) {
    leftOut.clear();
    if (!wanted) {
      rows.forEach(row -> leftOut.add(row.committed().row()));
    }
    count();
  }

  private void count() {
    long takenBack = search.get().isBlank() ? found : rows.size(); // as wanted() says
    chosen.set((int) (takenBack - leftOut.size()));
    remark.set(
        found > rows.size()
            ? "first %s of %s".formatted(Wording.grouped(rows.size()), rows(found))
            : rows(found));
  }

  private static String rows(long count) {
    return count == 0 ? "" : Counted.of(count, "row", "rows");
  }

  /**
   * The rows that will be taken back. Without a search these are all rows of the commit, including
   * those that are not shown.
   */
  Predicate<CommittedChange> wanted() {
    Set<RowKey> without = Set.copyOf(leftOut);
    if (search.get().isBlank()) {
      return change -> !without.contains(change.row());
    }
    Set<RowKey> shown = new HashSet<>();
    rows.stream()
        .map(row -> row.committed().row())
        .filter(row -> !without.contains(row))
        .forEach(shown::add);
    return change -> shown.contains(change.row());
  }
}
