package app.pallet.ui.paste;

import app.pallet.schema.Column;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.PaneHeader;
import app.pallet.workspace.imports.ColumnChoice.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The columns of the source, one a line: heading, samples, and what becomes of them. */
final class ColumnsPane extends VBox {

  private static final double ROW_HEIGHT = 32;

  private final ImportViewModel viewModel;
  private final Button addAll = new Button("Add left-out columns");
  private final PaneHeader header = new PaneHeader("Columns", addAll);

  ColumnsPane(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    TableView<ColumnLine> table = new TableView<>(viewModel.columns());
    table.setId("import-columns");
    table.setAccessibleText("Columns of the source");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setPlaceholder(
        new EmptyState(Feather.COLUMNS, "No columns yet", "They come when the source is read."));
    table.getStyleClass().add("columns-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .addAll(
            List.of(
                ColumnCells.texts(
                    "In the source", 160, "column-heading", line -> line.source().heading()),
                ColumnCells.texts(
                    "Samples",
                    180,
                    "column-samples",
                    line -> String.join(" · ", line.source().samples())),
                ColumnCells.arrows(36),
                ColumnCells.column("In the catalogue", 200, ignored -> new TargetCell(viewModel)),
                ColumnCells.column("Type", 120, ignored -> new TypeCell(viewModel)),
                ColumnCells.column("Read as", 172, ignored -> new ReadingCell(viewModel)),
                ColumnCells.statuses("Status", 112)));
    VBox.setVgrow(table, Priority.ALWAYS);
    addAll.setId("add-all-left-out");
    addAll.getStyleClass().add("small");
    addAll.setOnAction(event -> viewModel.addAllLeftOut());
    getStyleClass().add("columns-pane");
    getChildren().addAll(header, new DoubtBar(viewModel), table);
    InvalidationListener refresh = observed -> refresh();
    viewModel.columns().addListener(refresh);
    refresh();
  }

  private void refresh() {
    Map<ColumnStatus, Long> counts =
        viewModel.columns().stream()
            .collect(Collectors.groupingBy(ColumnLine::status, Collectors.counting()));
    long filled =
        counts.getOrDefault(ColumnStatus.MAPPED, 0L) + counts.getOrDefault(ColumnStatus.KEY, 0L);
    List<String> parts = new ArrayList<>();
    parts.add(Wording.grouped(filled) + " mapped");
    add(parts, counts, ColumnStatus.ADDED, "new");
    add(parts, counts, ColumnStatus.IN_DOUBT, "in doubt");
    add(parts, counts, ColumnStatus.LEFT_OUT, "left out");
    header.remarkProperty().set(viewModel.columns().isEmpty() ? "" : String.join(" · ", parts));
    addAll.setVisible(counts.containsKey(ColumnStatus.LEFT_OUT));
  }

  private static void add(
      List<String> parts, Map<ColumnStatus, Long> counts, ColumnStatus status, String word) {
    long count = counts.getOrDefault(status, 0L);
    if (count > 0) {
      parts.add(Wording.grouped(count) + " " + word);
    }
  }

  /** The target in a button that opens the list of targets. */
  private static final class TargetCell extends ColumnCells.LineCell {
    private final ImportViewModel viewModel;
    private final ChoiceButton button = new ChoiceButton("target");

    TargetCell(ImportViewModel viewModel) {
      super("column-choice");
      this.viewModel = viewModel;
      button.setOnAction(event -> act((line, ignored) -> open(line), ""));
    }

    @Override
    void show(ColumnLine line) {
      button.show(line.targetLabel(), line.source().place());
      button.setAccessibleText(line.source().heading() + " becomes " + line.targetLabel());
      setGraphic(button);
    }

    private void open(ColumnLine line) {
      List<TargetOption> options = viewModel.targets(line);
      new TargetPopup(
              options,
              line.choice().target(),
              option -> viewModel.chooseTarget(line, option.target()))
          .open(button);
    }
  }

  /** The type, which can be chosen for a new column. */
  private static final class TypeCell extends ColumnCells.LineCell {
    private final ChoiceMenu menu = new ChoiceMenu("type");
    private final Label label = new Label();
    private final ImportViewModel viewModel;

    TypeCell(ImportViewModel viewModel) {
      super("column-choice");
      this.viewModel = viewModel;
      label.getStyleClass().add("fixed-choice");
    }

    @Override
    void show(ColumnLine line) {
      String type = line.column().map(column -> column.type().label()).orElse("");
      boolean open = line.choice().target() instanceof Target.Added;
      label.setText(type);
      setGraphic(open ? menu : label);
      if (line.choice().target() instanceof Target.Added(Column column)) {
        menu.show(type, line.source().place());
        menu.setItems(
            NewColumnTypes.ALL,
            chosen -> chosen.label(),
            chosen ->
                viewModel.chooseTarget(
                    line, new Target.Added(NewColumnTypes.retyped(column, chosen))));
      }
    }
  }
}
