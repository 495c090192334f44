package app.pallet.ui.history;

import app.pallet.change.RowChange;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.ItemColumn;
import app.pallet.workspace.history.ChangedCell;
import app.pallet.workspace.history.HistoryRow;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
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
    ItemColumn<HistoryRow> tick = new ItemColumn<>("", TICK_WIDTH, TickCell::new);
    tick.setGraphic(all);
    tick.setResizable(false);
    getColumns().add(tick);
    getColumns().add(text("Row", NAME_WIDTH, HistoryRow::product));
    getColumns().add(text("What", KIND_WIDTH, ChangeText::kind));
    getColumns().add(text("Before → after", CELLS_WIDTH, row -> ChangeText.cells(row, "   ·   ")));
  }

  private static ItemColumn<HistoryRow> text(
      String title, double width, Function<HistoryRow, String> text) {
    return ItemColumn.ofTexts(title, width, text, row -> ChangeText.cells(row, "\n"));
  }

  private final class TickCell extends ItemColumn.Cell<HistoryRow> {
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
    protected void show(HistoryRow row) {
      box.setSelected(viewModel.isChosen(row));
      setGraphic(box);
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
