package app.pallet.ui.paste;

import app.pallet.change.RowProblem;
import app.pallet.schema.Column;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.workspace.imports.SourceView;
import app.pallet.workspace.input.ImportPreview;
import app.pallet.workspace.input.PreviewRow;
import app.pallet.workspace.input.RowCategory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rows under the counts: those of the count that was clicked and, for problems, a list that can
 * be filtered. FX thread.
 */
public final class PreviewRows {

  /** The first of these that has rows is shown first. */
  private static final List<RowCategory> FIRST =
      List.of(RowCategory.ADD, RowCategory.CHANGE, RowCategory.PROBLEM, RowCategory.UNCHANGED);

  private final ImportViewModel viewModel;
  private final ObjectProperty<RowCategory> shown =
      new SimpleObjectProperty<>(this, "shown", RowCategory.ADD);
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObservableList<PreviewRow> rows = FXCollections.observableArrayList();
  private final ObservableList<ProblemLine> problems = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper lines = new ReadOnlyBooleanWrapper(this, "lines", false);
  private boolean chosen;

  PreviewRows(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    viewModel.previewProperty().addListener((observed, before, now) -> refresh());
    viewModel.viewProperty().addListener((observed, before, now) -> refresh());
    shown.addListener((observed, before, now) -> refresh());
    filter.addListener((observed, before, now) -> refresh());
  }

  /** Which rows are shown. */
  ObjectProperty<RowCategory> shownProperty() {
    return shown;
  }

  /** What the user filters problems by. */
  StringProperty filterProperty() {
    return filter;
  }

  /** The rows that are shown, the first thousand at most. */
  ObservableList<PreviewRow> rows() {
    return rows;
  }

  /** The problems of these rows; empty where others are shown. */
  ObservableList<ProblemLine> problems() {
    return problems;
  }

  /** Number of rows of a kind, as far as is known. */
  int count(RowCategory category) {
    return viewModel
        .previewProperty()
        .get()
        .map(ImportPreview::counts)
        .orElse(Map.of())
        .getOrDefault(category, 0);
  }

  /** Shows the rows of a kind. From now on the kind changes only when the user asks for it. */
  void show(RowCategory category) {
    chosen = true;
    lines.set(false);
    shown.set(category);
    refresh();
  }

  /** Whether the first lines of the source are shown as they stand, to choose the headings. */
  ReadOnlyBooleanProperty linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /** Shows the first lines of the source as they stand, with what is above its table. */
  void showLines() {
    chosen = true;
    lines.set(true);
    refresh();
  }

  private static PreviewRow asItStands(TextRow row) {
    return new PreviewRow(row, RowCategory.UNCHANGED, List.of());
  }

  private void refresh() {
    Optional<SourceView> view = viewModel.viewProperty().get();
    if (lines.get() && view.isPresent()) {
      problems.clear();
      rows.setAll(view.get().firstLines().stream().map(PreviewRows::asItStands).toList());
      return;
    }
    Optional<ImportPreview> preview = viewModel.previewProperty().get();
    if (preview.isPresent() && !chosen) {
      chosen = true;
      shown.set(FIRST.stream().filter(kind -> count(kind) > 0).findFirst().orElse(shown.get()));
    }
    List<PreviewRow> all =
        preview.map(found -> found.rows().getOrDefault(shown.get(), List.of())).orElse(List.of());
    if (shown.get() != RowCategory.PROBLEM) {
      problems.clear();
      rows.setAll(all);
      return;
    }
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    Map<String, String> labels = labels();
    List<ProblemLine> found =
        all.stream()
            .flatMap(row -> lines(row, labels))
            .filter(line -> line.matches(wanted))
            .toList();
    problems.setAll(found);
    rows.setAll(found.stream().map(ProblemLine::row).distinct().toList());
  }

  private static Stream<ProblemLine> lines(PreviewRow row, Map<String, String> labels) {
    return row.problems().stream()
        .map(problem -> new ProblemLine(row, problem, label(problem, labels)));
  }

  private static String label(RowProblem problem, Map<String, String> labels) {
    return labels.getOrDefault(problem.column(), problem.column());
  }

  /** Labels by name of the catalogue's columns, and of those to be added. */
  private Map<String, String> labels() {
    Map<String, String> labels =
        viewModel.schema().columns().stream()
            .collect(Collectors.toMap(Column::name, Column::label, (a, b) -> a, HashMap::new));
    viewModel.columns().stream()
        .flatMap(line -> line.column().stream())
        .forEach(column -> labels.put(column.name(), column.label()));
    return labels;
  }
}
