package app.pallet.ui.paste;

import app.pallet.change.RowProblem;
import app.pallet.schema.Column;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemColumn;
import app.pallet.ui.theme.Labels;
import app.pallet.workspace.input.PreviewRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rows of the pressed count: the columns that are taken first, then those left out. */
final class PreviewTable extends TableView<PreviewRow> {

  /** A table of more columns is neither read nor drawn fast. */
  private static final int MOST_COLUMNS = 60;

  private static final PseudoClass HEADINGS = PseudoClass.getPseudoClass("headings");
  private static final double ROW_HEIGHT = 30;
  private static final double LINE_WIDTH = 72;
  private static final double WIDTH = 140;

  private final ImportViewModel viewModel;
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
  private List<PreviewColumn> shown = List.of();

  PreviewTable(ImportViewModel viewModel) {
    super(viewModel.rows().rows());
    this.viewModel = viewModel;
    setId("import-preview");
    setAccessibleText("Rows");
    setEditable(true);
    setFixedCellSize(ROW_HEIGHT);
    getSelectionModel().setCellSelectionEnabled(true);
    EmptyState none = new EmptyState(Feather.GRID, "", "");
    none.titleProperty()
        .bind(
            Bindings.when(viewModel.previewProperty().isEqualTo(Optional.empty()))
                .then("No rows yet")
                .otherwise("No such rows"));
    none.hintProperty()
        .bind(
            Bindings.when(viewModel.previewProperty().isEqualTo(Optional.empty()))
                .then("They come when the source is read.")
                .otherwise("Press another count to see its rows."));
    setPlaceholder(none);
    setRowFactory(table -> new Line());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          PreviewRow row = getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && isChoosing() && row != null) {
            viewModel.chooseHeadings(row.row().line());
            event.consume();
          }
        });
    getStyleClass().add("preview-table");
    InvalidationListener refresh = observed -> showColumns();
    viewModel.columns().addListener(refresh);
    showColumns();
  }

  /** Whether a click on a line makes it the headings. */
  private boolean isChoosing() {
    return viewModel.rows().linesProperty().get();
  }

  /** A row; where the lines of the source are shown, a click makes it the headings. */
  private final class Line extends TableRow<PreviewRow> {

    Line() {
      addEventFilter(
          MouseEvent.MOUSE_CLICKED,
          event -> {
            PreviewRow row = getItem();
            if (row != null && isChoosing() && event.getButton() == MouseButton.PRIMARY) {
              viewModel.chooseHeadings(row.row().line());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable PreviewRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean headings = row != null && isChoosing() && viewModel.isHeadings(row.row().line());
      pseudoClassStateChanged(HEADINGS, headings);
    }
  }

  /** What is not shown, or an empty text. */
  ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /** Goes to the cell of a problem. */
  void show(ProblemLine line) {
    int row = getItems().indexOf(line.row());
    TableColumn<PreviewRow, ?> column = columnOf(line);
    scrollTo(Math.max(0, row - 1)); // JavaFX 26 leaves the last row itself below the edge
    scrollToColumn(column);
    getSelectionModel().clearSelection();
    select(row, column);
  }

  /** Goes into the cell of a problem, to mend it. */
  void mend(ProblemLine line) {
    show(line);
    layout(); // so that the cell is there
    mend(getItems().indexOf(line.row()), columnOf(line));
  }

  private <T> void select(int row, TableColumn<PreviewRow, T> column) {
    getSelectionModel().select(row, column);
  }

  private <T> void mend(int row, TableColumn<PreviewRow, T> column) {
    edit(row, column);
  }

  private TableColumn<PreviewRow, ?> columnOf(ProblemLine line) {
    return getColumns().stream()
        .filter(each ->
            each.getUserData() instanceof PreviewColumn found
                && found.column().filter(line.problem()::concerns).isPresent())
        .findFirst()
        .orElse(getColumns().getFirst());
  }

  private void showColumns() {
    List<PreviewColumn> all =
        Stream.concat(
                viewModel.columns().stream().filter(line -> line.column().isPresent()),
                viewModel.columns().stream().filter(line -> line.column().isEmpty()))
            .map(PreviewColumn::of)
            .toList();
    List<PreviewColumn> wanted = all.subList(0, Math.min(MOST_COLUMNS, all.size()));
    remark.set(
        all.size() > MOST_COLUMNS
            ? "%d of %s columns".formatted(MOST_COLUMNS, Wording.grouped(all.size()))
            : "");
    if (!wanted.equals(shown)) {
      shown = wanted;
      getColumns()
          .setAll(Stream.concat(Stream.of(lines()), wanted.stream().map(this::column)).toList());
    }
  }

  /** Whether a problem is of the whole row, or of a column that the source doesn't fill. */
  private boolean hasNoColumn(RowProblem problem) {
    return viewModel.columns().stream()
        .noneMatch(line -> line.column().filter(problem::concerns).isPresent());
  }

  private TableColumn<PreviewRow, PreviewRow> lines() {
    ItemColumn<PreviewRow> column =
        new ItemColumn<>("Line", LINE_WIDTH, () -> new LineCell(this::hasNoColumn));
    column.setEditable(false);
    return column;
  }

  private TableColumn<PreviewRow, PreviewRow> column(PreviewColumn shown) {
    ItemColumn<PreviewRow> column =
        new ItemColumn<>("", WIDTH, () -> new PreviewCell(viewModel, shown));
    boolean numeric = shown.column().filter(found -> found.type().isNumeric()).isPresent();
    column.getStyleClass().add(numeric ? "numeric" : "textual");
    String target = shown.column().map(found -> found.label()).orElse("left out");
    Label name = new Label(shown.column().isPresent() ? target : shown.heading());
    Label source = new Label(shown.column().isPresent() ? shown.heading() : target);
    source.getStyleClass().add("preview-source");
    VBox heading = new VBox(name, source);
    heading.getStyleClass().add("preview-heading");
    column.setGraphic(heading);
    column.setUserData(shown);
    return column;
  }

  /** The number of the line where a row begins in its source, marked if the whole row is wrong. */
  private static final class LineCell extends TableCell<PreviewRow, PreviewRow> {

    private final FontIcon mark = Icons.of(Feather.ALERT_CIRCLE, "problem-mark");
    private final Predicate<RowProblem> wanted;
    private final Tooltip reason = Labels.wrappedTooltip(420);

    /**
     * A cell of no row yet.
     *
     * @param wanted which problems are told here, because no other cell can
     */
    LineCell(Predicate<RowProblem> wanted) {
      this.wanted = wanted;
      getStyleClass().add("preview-line");
    }

    @Override
    protected void updateItem(@Nullable PreviewRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("problem");
      setGraphic(null);
      setTooltip(null);
      setText(row == null ? null : Wording.grouped(row.row().line()));
      List<RowProblem> problems =
          row == null ? List.of() : row.problems().stream().filter(wanted).toList();
      if (!problems.isEmpty()) {
        getStyleClass().add("problem");
        setGraphic(mark);
        reason.setText(
            problems.stream().map(ProblemWording::tooltip).collect(Collectors.joining("\n\n")));
        setTooltip(reason);
      }
    }
  }

  /** A problem of a cell in the words of the import window. */
  static final class ProblemWording {

    private ProblemWording() {}

    /** What is wrong, with which value, and what would be accepted, a line each. */
    static String tooltip(RowProblem problem) {
      StringBuilder text = new StringBuilder(problem.message());
      if (!problem.value().isEmpty()) {
        text.append("\nValue: ").append(problem.value());
      }
      if (!problem.accepted().isEmpty()) {
        text.append("\nAccepted: ").append(problem.accepted());
      }
      return text.toString();
    }
  }

  /**
   * A column of the preview.
   *
   * @param place its place in the source, from 0
   * @param heading its heading in the source
   * @param column the column of the catalogue that it fills; empty where it is left out
   */
  record PreviewColumn(int place, String heading, Optional<Column> column) {

    static PreviewColumn of(ColumnLine line) {
      return new PreviewColumn(line.source().place(), line.source().heading(), line.column());
    }

    /** The text a row has here, as in the source. */
    String text(PreviewRow row) {
      List<String> cells = row.row().cells();
      return place < cells.size() ? cells.get(place) : "";
    }

    /** What is wrong with a row's text here. */
    Optional<RowProblem> problem(PreviewRow row) {
      return row.problems().stream()
          .filter(problem -> column.filter(problem::concerns).isPresent())
          .findFirst();
    }
  }
}
