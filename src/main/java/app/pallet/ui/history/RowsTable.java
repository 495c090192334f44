package app.pallet.ui.history;

import app.pallet.change.RowChange;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Labels;
import app.pallet.workspace.history.ChangedCell;
import app.pallet.workspace.history.HistoryRow;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The rows of a commit: which ones to take back, and each cell before and after. */
final class RowsTable extends TableView<HistoryRow> {

  private static final double ROW_HEIGHT = 32;
  private static final double TICK_WIDTH = 44;
  private static final double NAME_WIDTH = 150;
  private static final double KIND_WIDTH = 84;
  private static final double CELLS_WIDTH = 380;

  private final HistoryViewModel viewModel;
  private final CheckBox all = new CheckBox();

  RowsTable(HistoryViewModel viewModel) {
    super(viewModel.rows());
    this.viewModel = viewModel;
    setId("history-rows");
    setAccessibleText("Rows of the commit");
    setFixedCellSize(ROW_HEIGHT);
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    setPlaceholder(
        new EmptyState(
            Feather.CLOCK,
            "No rows to show",
            "Select a commit to see each cell before and after."));
    all.setId("history-all");
    all.setAccessibleText("Take all rows back");
    all.setOnAction(event -> viewModel.chooseAll(all.isSelected()));
    viewModel
        .chosenProperty()
        .subscribe(count -> {
          all.setSelected(count.intValue() > 0);
          all.setIndeterminate(count.intValue() > 0 && count.intValue() < viewModel.rows().size());
          refresh();
        });
    setOnKeyPressed(event -> {
      HistoryRow row = getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.SPACE && row != null) {
        viewModel.choose(row, !viewModel.isChosen(row));
      }
    });
    TableColumn<HistoryRow, HistoryRow> tick = column("", TICK_WIDTH);
    tick.setGraphic(all);
    tick.setResizable(false);
    tick.setCellFactory(ignored -> new TickCell());
    getColumns().add(tick);
    getColumns().add(text("Product", NAME_WIDTH, HistoryRow::product));
    getColumns().add(text("What", KIND_WIDTH, ChangeText::kind));
    getColumns().add(text("Before → after", CELLS_WIDTH, row -> ChangeText.cells(row, "   ·   ")));
  }

  private static TableColumn<HistoryRow, HistoryRow> column(String title, double width) {
    TableColumn<HistoryRow, HistoryRow> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<HistoryRow, HistoryRow> text(
      String title, double width, Function<HistoryRow, String> text) {
    TableColumn<HistoryRow, HistoryRow> column = column(title, width);
    column.setCellFactory(ignored -> new TextCell(text));
    return column;
  }

  private static final class TextCell extends TableCell<HistoryRow, HistoryRow> {
    private final Function<HistoryRow, String> text;
    private final Tooltip whole = Labels.wrappedTooltip(560);

    TextCell(Function<HistoryRow, String> text) {
      this.text = text;
    }

    @Override
    protected void updateItem(@Nullable HistoryRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setText(null);
        setTooltip(null);
      } else {
        setText(text.apply(row));
        whole.setText(ChangeText.cells(row, "\n"));
        setTooltip(whole);
      }
    }
  }

  private final class TickCell extends TableCell<HistoryRow, HistoryRow> {
    private final CheckBox box = new CheckBox();

    TickCell() {
      box.setAccessibleText("Take this row back");
      box.setFocusTraversable(false);
      box.setOnAction(event -> {
        if (getItem() != null) {
          viewModel.choose(getItem(), box.isSelected());
        }
      });
    }

    @Override
    protected void updateItem(@Nullable HistoryRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : box);
      if (row != null) {
        box.setSelected(viewModel.isChosen(row));
      }
    }
  }

  /** Words of a committed row. Made when a cell shows them, not for all rows. */
  private static final class ChangeText {

    private ChangeText() {}

    static String kind(HistoryRow row) {
      return switch (row.committed().change()) {
        case RowChange.Add add -> "added";
        case RowChange.Edit edit -> "changed";
        case RowChange.Delete delete -> "deleted";
      };
    }

    /**
     * All cells, before and after.
     *
     * @param separator between two cells
     */
    static String cells(HistoryRow row, String separator) {
      RowChange change = row.committed().change();
      return ChangedCell.of(change).stream()
          .map(cell ->
              switch (change) {
                case RowChange.Add add -> cell.column().label() + " " + oneLine(cell.after());
                case RowChange.Edit edit ->
                    "%s  %s → %s"
                        .formatted(
                            cell.column().label(), oneLine(cell.before()), oneLine(cell.after()));
                case RowChange.Delete delete ->
                    cell.column().label() + " " + oneLine(cell.before());
              })
          .collect(Collectors.joining(separator));
    }

    private static String oneLine(String text) {
      return text.isEmpty() ? "(empty)" : text.replaceAll("\\s+", " ");
    }
  }
}
