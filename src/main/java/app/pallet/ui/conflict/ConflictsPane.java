package app.pallet.ui.conflict;

import app.pallet.text.Counted;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.pending.ConflictCell;
import app.pallet.workspace.pending.ConflictChoice;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Lists each conflict: the original value, the user's, the other person's, and which one to keep.
 * FX thread.
 */
public final class ConflictsPane extends VBox {

  private static final double WIDTH = 980;
  private static final double HEIGHT = 560;
  private static final double ROW_HEIGHT = 44;
  private static final double NAME_WIDTH = 130;
  private static final double VALUE_WIDTH = 140;
  private static final double KEEP_WIDTH = 210;

  private ConflictsPane(List<ConflictLine> lines, Runnable apply, Runnable cancel) {
    Label intro =
        new Label(
            Counted.of(lines.size(), "value was", "values were")
                + " changed by somebody else since you read them."
                + " Say what to keep, or type a third value."
                + (lines.stream().anyMatch(line -> line.cell().isAdd())
                    ? " Of rows to be added it is not known whether the last commit wrote them: look"
                        + " whether the table has them, among its newest rows."
                    : ""));
    intro.setWrapText(true);
    intro.getStyleClass().add("conflicts-intro");
    TableView<ConflictLine> table = table(lines);
    VBox.setVgrow(table, Priority.ALWAYS);
    setId("conflicts-pane");
    getStyleClass().add("conflicts-pane");
    Panes.style(this, "conflicts.css");
    getChildren().addAll(intro, table, buttons(lines, apply, cancel));
  }

  /**
   * Opens the window over the editor, where the user resolves conflicts. Returns at once.
   *
   * @param resolved gets the choices, after the window is closed
   */
  public static void open(
      List<ConflictCell> cells,
      ModalWindows windows,
      Consumer<Map<ConflictCell, ConflictChoice>> resolved) {
    List<ConflictLine> lines = cells.stream().map(ConflictLine::new).toList();
    windows.show(
        new ModalWindows.Content(
            "Conflicts",
            WIDTH,
            HEIGHT,
            close ->
                new ConflictsPane(
                    lines,
                    () -> {
                      close.run();
                      resolved.accept(choices(lines));
                    },
                    close)));
  }

  private static Map<ConflictCell, ConflictChoice> choices(List<ConflictLine> lines) {
    Map<ConflictCell, ConflictChoice> choices = new LinkedHashMap<>();
    lines.forEach(line -> choices.put(line.cell(), line.choice()));
    return choices;
  }

  private static TableView<ConflictLine> table(List<ConflictLine> lines) {
    TableView<ConflictLine> table = new TableView<>(FXCollections.observableArrayList(lines));
    table.setId("conflicts");
    table.setAccessibleText("Conflicts");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setPlaceholder(
        new EmptyState(
            Feather.CHECK_CIRCLE,
            "No conflict is left",
            "What you want can be committed as it is."));
    TableColumn<ConflictLine, ConflictLine> keep = new TableColumn<>("Keep");
    keep.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    keep.setCellFactory(ignored -> new KeepCell());
    keep.setPrefWidth(KEEP_WIDTH);
    keep.setSortable(false);
    table.getColumns().add(text("Row", NAME_WIDTH, line -> line.cell().product()));
    table
        .getColumns()
        .add(
            text(
                "Column",
                NAME_WIDTH,
                line -> line.cell().column().map(c -> c.label()).orElse("(the whole row)")));
    table.getColumns().add(text("Original", VALUE_WIDTH, line -> line.cell().original()));
    table.getColumns().add(text("Mine", VALUE_WIDTH, line -> line.cell().mine()));
    table.getColumns().add(text("Theirs", VALUE_WIDTH, line -> line.cell().theirs()));
    table.getColumns().add(keep);
    return table;
  }

  private static TableColumn<ConflictLine, String> text(
      String title, double width, Function<ConflictLine, String> text) {
    TableColumn<ConflictLine, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    return column;
  }

  private static HBox buttons(List<ConflictLine> lines, Runnable apply, Runnable cancel) {
    Button mine =
        Buttons.text("conflicts-mine", "Keep all mine", () -> all(lines, ConflictLine::mine));
    Button theirs =
        Buttons.text("conflicts-theirs", "Take all theirs", () -> all(lines, ConflictLine::theirs));
    Button stop = Buttons.text("conflicts-cancel", "Cancel", cancel);
    stop.setCancelButton(true);
    Button done = Buttons.text("conflicts-apply", "Apply", apply);
    done.setDefaultButton(true);
    done.getStyleClass().add(Styles.ACCENT);
    done.setDisable(lines.isEmpty());
    HBox bar = Panes.line("conflicts-buttons", mine, theirs, new Spacer(), stop, done);
    return bar;
  }

  private static void all(List<ConflictLine> lines, Function<ConflictLine, String> side) {
    lines.forEach(line -> line.textProperty().set(side.apply(line)));
  }

  /** The choice for a line: one of the two values or, for a cell, any text that is typed. */
  private static final class KeepCell extends TableCell<ConflictLine, ConflictLine> {

    private final ComboBox<String> choice = new ComboBox<>();
    private @Nullable ConflictLine bound;

    KeepCell() {
      choice.setMaxWidth(Double.MAX_VALUE);
      choice.setAccessibleText("What to keep");
    }

    @Override
    protected void updateItem(@Nullable ConflictLine line, boolean empty) {
      super.updateItem(line, empty);
      if (bound != null) {
        choice.getEditor().textProperty().unbindBidirectional(bound.textProperty());
        choice.valueProperty().unbindBidirectional(bound.textProperty());
        bound = null;
      }
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      choice.setEditable(line.isCell());
      choice.getItems().setAll(List.of(line.mine(), line.theirs()).stream().distinct().toList());
      choice.valueProperty().bindBidirectional(line.textProperty());
      if (line.isCell()) {
        choice.getEditor().textProperty().bindBidirectional(line.textProperty());
      }
      bound = line;
      setGraphic(choice);
    }
  }
}
