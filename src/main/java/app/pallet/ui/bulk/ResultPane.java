package app.pallet.ui.bulk;

import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.text.Counted;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.bulk.BulkReport;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What would become of the rows: counts, sums, the cells that move most, the first rows to be taken
 * out one by one, and the rows that stay as they are by name. FX thread.
 */
final class ResultPane extends VBox {

  private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");
  private static final int NAMED = 3;
  private static final int LINES = 8;
  private static final double LINE = 26;

  private final CellDisplay display;
  private final BiConsumer<RowKey, Boolean> takeOut;
  private final BiConsumer<RowKey, Column> show;
  private final Label changed = count("bulk-changed", Feather.EDIT_2, "changed");
  private final Label stay = count("bulk-stay", Feather.MINUS, "stay");
  private final Label wrong = count("bulk-problems", Feather.ALERT_TRIANGLE, "problems");
  private final VBox totals = new VBox();
  private final VBox notes = new VBox();
  private final ListView<BulkReport.Cell> first = new ListView<>();
  private final Label firstTitle = Labels.wrapped("", "pane-remark");
  private Set<RowKey> takenOut = Set.of();

  /**
   * An empty result.
   *
   * @param display how the table writes values
   * @param takeOut takes a row out, or in again
   * @param show brings a cell into view
   */
  ResultPane(
      CellDisplay display, BiConsumer<RowKey, Boolean> takeOut, BiConsumer<RowKey, Column> show) {
    this.display = display;
    this.takeOut = takeOut;
    this.show = show;
    first.setId("bulk-rows");
    first.setAccessibleText("First rows that change");
    first.setFixedCellSize(LINE);
    first.setCellFactory(list -> new RowLine());
    first.setOnKeyPressed(key -> {
      BulkReport.Cell cell = first.getSelectionModel().getSelectedItem();
      if (key.getCode() == KeyCode.SPACE && cell != null) {
        takeOut.accept(cell.row(), !takenOut.contains(cell.row()));
      }
    });
    totals.getStyleClass().add("bulk-totals");
    notes.getStyleClass().add("bulk-notes");
    getStyleClass().add("bulk-part");
    getChildren()
        .addAll(Panes.line("bulk-counts", changed, stay, wrong), totals, notes, firstTitle, first);
    clear("");
  }

  private static Label count(String id, Feather icon, String styleClass) {
    Label label = new Label("", Icons.of(icon));
    label.setId(id);
    label.getStyleClass().addAll("bulk-count", styleClass);
    return label;
  }

  /** Shows that there is nothing yet, and what is missing. */
  void clear(String missing) {
    List.of(changed, stay, wrong, totals, firstTitle, first)
        .forEach(node -> Panes.show(node, false));
    notes.getChildren().clear();
    if (!missing.isEmpty()) {
      note(missing, "bulk-missing");
    }
  }

  /** Shows what would become of the rows; those that were taken out stay in the list. */
  void show(BulkReport report, Set<RowKey> out) {
    takenOut = out;
    List.of(changed, stay, wrong).forEach(node -> Panes.show(node, true));
    changed.setText(
        Wording.grouped(report.changed()) + (report.changed() == 1 ? " changes" : " change"));
    long staying = report.unchanged() + report.leftOut();
    stay.setText(Wording.grouped(staying) + (staying == 1 ? " stays" : " stay"));
    wrong.setText(Counted.of(report.problems(), "problem", "problems"));
    wrong.pseudoClassStateChanged(SOME, report.problems() > 0);
    totals.getChildren().clear();
    report.totals().forEach((column, sums) -> addTotals(column, sums, report.totals().size() > 1));
    Panes.show(totals, !report.totals().isEmpty());
    notes.getChildren().clear();
    report.extremes().forEach((column, extremes) -> addExtremes(column, extremes));
    report.wrong().stream().limit(NAMED).forEach(this::addProblem);
    addStaying(report, BulkReport.Reason.DELETED, "is going to be deleted and stays as it is");
    addStaying(report, BulkReport.Reason.READ_ONLY, "can't be written and stays as it is");
    if (!out.isEmpty()) {
      Node back =
          Buttons.small(
              "bulk-take-back",
              "Take back in",
              () -> out.forEach(row -> takeOut.accept(row, false)));
      notes
          .getChildren()
          .add(
              Panes.line(
                  "bulk-line",
                  Labels.of(Counted.of(out.size(), "row is", "rows are") + " left out"),
                  back));
    }
    first.getItems().setAll(withTakenOut(report.first(), out));
    first.setPrefHeight(LINE * Math.clamp(first.getItems().size(), 1, LINES) + 2);
    first.setMinHeight(first.getPrefHeight());
    firstTitle.setText(
        report.first().size() < report.changed() + report.problems()
            ? "The first rows; untick one to leave it out"
            : "Untick a row to leave it out");
    List.of(firstTitle, first).forEach(node -> Panes.show(node, !first.getItems().isEmpty()));
  }

  /** The cells with those that the user has taken out still where they were, to be ticked again. */
  private List<BulkReport.Cell> withTakenOut(List<BulkReport.Cell> cells, Set<RowKey> out) {
    List<BulkReport.Cell> all = new ArrayList<>(cells);
    for (int i = 0; i < first.getItems().size(); i++) {
      BulkReport.Cell before = first.getItems().get(i);
      if (out.contains(before.row())) {
        all.add(Math.min(i, all.size()), before);
      }
    }
    return all;
  }

  private void addTotals(Column column, BulkReport.Totals sums, boolean isOneOfSeveral) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("bulk-sums");
    grid.setId("bulk-sums-" + column.name());
    if (isOneOfSeveral) {
      totals.getChildren().add(Labels.of(column.label(), "pane-remark"));
    }
    BulkReport.Numbers before = sums.before();
    BulkReport.Numbers after = sums.after();
    addSum(grid, column, "Sum", before.sum(), after.sum());
    addSum(grid, column, "Average", average(column, before), average(column, after));
    addSum(grid, column, "Least", before.least(), after.least());
    addSum(grid, column, "Greatest", before.greatest(), after.greatest());
    totals.getChildren().add(grid);
  }

  private static BigDecimal average(Column column, BulkReport.Numbers numbers) {
    return numbers.count() == 0
        ? BigDecimal.ZERO
        : numbers
            .sum()
            .divide(
                BigDecimal.valueOf(numbers.count()),
                Math.max(2, column.rules().moneyDecimals()),
                RoundingMode.HALF_UP);
  }

  private void addSum(
      GridPane grid, Column column, String name, BigDecimal before, BigDecimal after) {
    int row = grid.getRowCount();
    Label title = Labels.of(name, "pane-remark");
    GridPane.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    grid.add(title, 0, row);
    addFigure(grid, Labels.of(display.of(column, before), "sum-before"), 1, row);
    addFigure(grid, Labels.of("\u2192", "pane-remark"), 2, row);
    addFigure(grid, Labels.of(display.of(column, after), "sum-after"), 3, row);
    addFigure(grid, Labels.of(percent(before, after), "pane-remark"), 4, row);
  }

  private static void addFigure(GridPane grid, Label figure, int place, int row) {
    figure.setMinWidth(USE_PREF_SIZE);
    GridPane.setHalignment(figure, HPos.RIGHT);
    grid.add(figure, place, row);
  }

  /** By how much a number has changed, such as {@code + 9.9 %}; empty where it was 0. */
  static String percent(BigDecimal before, BigDecimal after) {
    if (before.signum() == 0) {
      return "";
    }
    BigDecimal percent =
        after
            .subtract(before)
            .multiply(BigDecimal.valueOf(100))
            .divide(before.abs(), MathContext.DECIMAL32)
            .setScale(1, RoundingMode.HALF_UP);
    return String.format(
        Locale.ROOT, "%s %s %%", percent.signum() < 0 ? "\u2212" : "+", percent.abs());
  }

  private void addExtremes(Column column, BulkReport.Extremes extremes) {
    if (!extremes.least().row().equals(extremes.greatest().row())) {
      addOutlier("Least", column, extremes.least());
      addOutlier("Most", column, extremes.greatest());
    }
  }

  private void addOutlier(String what, Column column, BulkReport.Cell cell) {
    Label place =
        Labels.of(
            "%s: %s  %s \u2192 %s".formatted(what, cell.name(), cell.before(), cell.after()),
            "bulk-link");
    place.setId("bulk-" + what.toLowerCase(Locale.ROOT));
    place.setTooltip(Buttons.tooltip("Show this row"));
    place.setOnMouseClicked(event -> show.accept(cell.row(), column));
    notes.getChildren().add(place);
  }

  private void addProblem(BulkReport.Cell cell) {
    String why = cell.problem().orElse("");
    Label line =
        Labels.wrapped(
            "%s, %s: \u201c%s\u201d. %s"
                .formatted(cell.name(), cell.column().label(), cell.after(), why),
            "bulk-problem");
    line.setOnMouseClicked(event -> show.accept(cell.row(), cell.column()));
    notes.getChildren().add(line);
  }

  private void addStaying(BulkReport report, BulkReport.Reason reason, String why) {
    List<String> names =
        report.staying().stream()
            .filter(staying -> staying.reason() == reason)
            .map(BulkReport.Staying::name)
            .toList();
    if (!names.isEmpty()) {
      String more = names.size() > NAMED ? " and others" : "";
      String all = names.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
      note(names.size() == 1 ? all + " " + why + "." : all + ": each " + why + ".", "bulk-note");
    }
  }

  private void note(String text, String styleClass) {
    notes.getChildren().add(Labels.wrapped(text, styleClass));
  }

  /** A row with its box; it is unticked to be left out. */
  private final class RowLine extends ItemCell<BulkReport.Cell> {

    private final CheckBox box = new CheckBox();
    private final Label before = Labels.of("", "preview-before");
    private final Label after = Labels.of("", "preview-after");
    private final HBox line;

    RowLine() {
      box.setFocusTraversable(false);
      line = Panes.line("bulk-row", box, before, Labels.of("\u2192", "pane-remark"), after);
    }

    @Override
    protected void show(BulkReport.Cell cell) {
      box.setText(cell.name());
      box.setMnemonicParsing(false);
      box.setSelected(!takenOut.contains(cell.row()));
      box.setOnAction(event -> takeOut.accept(cell.row(), !box.isSelected()));
      before.setText(cell.before());
      after.setText(cell.after().isEmpty() ? "empty" : cell.after());
      setTooltip(cell.problem().map(Buttons::tooltip).orElse(null));
      setGraphic(line);
    }
  }
}
