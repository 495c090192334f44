package app.pallet.ui.tables;

import app.pallet.engine.discovery.TableAccount;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemColumn;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The tables and views of a database in a list, what is promised for the chosen one below it.
 * Typing searches; Enter, a double click or the button opens.
 */
public final class TablesPane extends VBox {

  private static final double ROW_HEIGHT = 32;
  private static final double NAME_WIDTH = 230;
  private static final double KIND_WIDTH = 110;
  private static final double ROWS_WIDTH = 110;
  private static final double KEY_WIDTH = 200;
  private static final double WRITTEN_WIDTH = 150;
  private static final double ACCOUNT_HEIGHT = 148;

  private final TablesViewModel viewModel;
  private final Runnable open;

  /**
   * A pane over its view model.
   *
   * @param opened gets the name of the chosen table
   * @param close closes the window
   */
  public TablesPane(TablesViewModel viewModel, Consumer<String> opened, Runnable close) {
    this.viewModel = viewModel;
    open =
        () -> {
          TableAccount chosen = viewModel.chosenProperty().get();
          if (chosen != null) {
            close.run();
            opened.accept(chosen.table());
          }
        };
    setId("tables-pane");
    getStyleClass().add("tables-pane");
    Panes.style(this, "tables.css");
    TableView<TableAccount> list = list();
    ClearableField search =
        new ClearableField("tables-search", Feather.SEARCH, "Search tables and columns");
    search.textProperty().bindBidirectional(viewModel.searchProperty());
    search.addEventFilter(KeyEvent.KEY_PRESSED, event -> move(list, event));
    StackPane middle = new StackPane(list, reading());
    VBox.setVgrow(middle, Priority.ALWAYS);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
          }
        });
    getChildren().addAll(search, middle, account(), buttons(close));
  }

  /** The list follows the arrow keys while the search is being typed. */
  private static void move(TableView<TableAccount> list, KeyEvent event) {
    switch (event.getCode()) {
      case UP -> list.getSelectionModel().selectPrevious();
      case DOWN -> list.getSelectionModel().selectNext();
      default -> {
        return;
      }
    }
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
    event.consume();
  }

  private TableView<TableAccount> list() {
    TableView<TableAccount> list = new TableView<>(viewModel.found());
    list.setId("tables-list");
    list.setAccessibleText("Tables");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    EmptyState none = new EmptyState(Feather.GRID, "", "");
    none.titleProperty()
        .bind(
            Bindings.when(viewModel.searchProperty().isEmpty())
                .then("The database holds no tables")
                .otherwise("No table is found"));
    none.hintProperty()
        .bind(
            Bindings.when(viewModel.searchProperty().isEmpty())
                .then("Whatever made it has not put anything into it yet.")
                .otherwise("No table, and no column of one, has this in its name."));
    Panes.showWhile(none, viewModel.listingProperty().not());
    list.setPlaceholder(none);
    list.getColumns().add(texts("Table", NAME_WIDTH, TableAccount::table));
    list.getColumns().add(texts("Kind", KIND_WIDTH, TableAccount::kind));
    list.getColumns().add(texts("Rows", ROWS_WIDTH, this::rows, "tables-number"));
    list.getColumns().add(texts("Key", KEY_WIDTH, table -> String.join(", ", table.key())));
    list.getColumns().add(new ItemColumn<>("", WRITTEN_WIDTH, WrittenCell::new));
    list.setRowFactory(view -> openingRow());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            open.run();
          }
        });
    var selection = list.getSelectionModel();
    viewModel
        .chosenProperty()
        .subscribe(chosen -> {
          if (chosen == null) {
            selection.clearSelection();
          } else if (!chosen.equals(selection.getSelectedItem())) {
            selection.select(chosen);
            list.scrollTo(chosen);
          }
        });
    selection
        .selectedItemProperty()
        .addListener((observed, before, now) -> {
          if (now != null) {
            viewModel.chosenProperty().set(now);
          }
        });
    return list;
  }

  private static ItemColumn<TableAccount> texts(
      String title, double width, Function<TableAccount, String> text, String... styleClasses) {
    ItemColumn<TableAccount> column = ItemColumn.ofTexts(title, width, text, text, styleClasses);
    column.getStyleClass().addAll(styleClasses);
    return column;
  }

  private String rows(TableAccount table) {
    return table.rows() == null
        ? (viewModel.isCounting() ? "\u2026" : "")
        : Wording.grouped(table.rows());
  }

  private TableRow<TableAccount> openingRow() {
    TableRow<TableAccount> row = new TableRow<>();
    row.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && !row.isEmpty()) {
        open.run();
      }
    });
    return row;
  }

  /** Whether a table can be edited. */
  private static final class WrittenCell extends ItemColumn.Cell<TableAccount> {

    @Override
    protected void show(TableAccount table) {
      setText(table.editable() ? "can be edited" : "read only");
      setGraphic(
          table.editable() ? Icons.of(Feather.EDIT_2, "success") : Icons.of(Feather.LOCK, "muted"));
    }
  }

  /** What is shown while the tables are being read. */
  private Node reading() {
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setId("tables-progress");
    Label task = new Label();
    task.textProperty().bind(viewModel.progress().taskProperty());
    Label details = Labels.of("", "tables-remark");
    details.textProperty().bind(viewModel.progress().detailsProperty());
    VBox reading = new VBox(task, bar, details);
    reading.getStyleClass().add("tables-reading");
    Panes.showWhile(reading, viewModel.listingProperty());
    return reading;
  }

  /** What is told of the chosen table. */
  private Node account() {
    VBox lines = new VBox();
    lines.setId("tables-account");
    lines.getStyleClass().add("tables-account");
    viewModel
        .chosenProperty()
        .subscribe(
            chosen -> lines.getChildren().setAll(chosen == null ? List.of() : lines(chosen)));
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(ACCOUNT_HEIGHT);
    scroll.setMaxHeight(ACCOUNT_HEIGHT);
    return scroll;
  }

  /** What is promised, or why the table can only be read, and below it what else there is. */
  private static List<Label> lines(TableAccount table) {
    return Stream.concat(
            table.promises().stream().map(promise -> promise(promise, table.editable())),
            table.notes().stream().map(note -> Labels.wrapped(note, "tables-remark")))
        .toList();
  }

  private static Label promise(String sentence, boolean isEditable) {
    Label line = Labels.wrapped(sentence);
    line.setGraphic(isEditable ? null : Icons.of(Feather.LOCK, "muted"));
    return line;
  }

  private Node buttons(Runnable close) {
    Button cancel = Buttons.text("tables-cancel", "Cancel", close);
    Button choose = Buttons.text("tables-open", "Open", open);
    choose.setDefaultButton(true);
    choose.setMnemonicParsing(false); // names of tables have underscores
    choose.getStyleClass().add(Styles.ACCENT);
    choose.disableProperty().bind(viewModel.chosenProperty().isNull());
    choose
        .textProperty()
        .bind(
            viewModel
                .chosenProperty()
                .map(chosen -> chosen == null || chosen.editable() ? "Open" : "Open to read")
                .orElse("Open"));
    return Panes.line("tables-buttons", new Spacer(), cancel, choose);
  }
}
