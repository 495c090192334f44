package app.pallet.ui.table.columns;

import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.MultiSelectList;
import app.pallet.ui.theme.PaneHeader;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * Chooses the table's columns: a list to tick and to put in order by the mouse, by buttons or by
 * keys, with a search, since a table may have hundreds. FX thread.
 */
final class ColumnChooser extends VBox {

  private static final double LINE_HEIGHT = 30;

  private final ColumnList columns;
  private final ListView<GridColumn> list;
  private final ClearableField search =
      new ClearableField("column-search", Feather.SEARCH, "Find a column");
  private Optional<GridColumn> dragged = Optional.empty();

  ColumnChooser(ColumnList columns) {
    this.columns = columns;
    this.list = new MultiSelectList<>(columns.found());
    PaneHeader header =
        new PaneHeader(
            "Columns",
            button("columns-all", "All", "Show all columns in the list", true),
            button("columns-none", "None", "Hide all columns in the list", false));
    columns
        .shownProperty()
        .subscribe(count ->
            header
                .remarkProperty()
                .set("%d of %d shown".formatted(count.intValue(), columns.size())));
    search.textProperty().subscribe(this::find);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveSearch);
    arrangeList();
    addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    getStyleClass().add("column-chooser");
    setId("column-chooser");
    getChildren().addAll(header, search, list, moving(), staying());
  }

  /** Gives the focus to the search. */
  void focusFirst() {
    search.requestFocus();
  }

  /** The selected line stays selected if the search finds it. */
  private void find(String text) {
    Optional<GridColumn> chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    columns.find(text);
    int place = Math.max(0, chosen.map(columns.found()::indexOf).orElse(0));
    choose(place);
    list.scrollTo(Math.max(0, place - 1));
  }

  private void choose(int place) {
    list.getSelectionModel().clearAndSelect(place);
    list.getFocusModel().focus(place);
  }

  private void arrangeList() {
    list.setId("column-list");
    list.setAccessibleText("Columns of the table from left to right");
    list.setFixedCellSize(LINE_HEIGHT);
    list.setCellFactory(view -> new ColumnLine(columns, column -> dragged = Optional.of(column)));
    list.setPlaceholder(new Label("No column"));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> dragged = Optional.empty());
    VBox.setVgrow(list, Priority.ALWAYS);
  }

  private HBox moving() {
    Button reset = new Button("Reset");
    Buttons.name(reset, "columns-reset", "First order, widths and columns again");
    reset.getStyleClass().add(Styles.SMALL);
    reset.setOnAction(event -> {
      columns.reset();
      choose(0);
    });
    HBox line =
        new HBox(
            mover(
                "column-first",
                Feather.CHEVRONS_UP,
                "To the left end (Alt+Home)",
                columns::moveFirst),
            mover(
                "column-up",
                Feather.CHEVRON_UP,
                "One to the left (Alt+Up)",
                column -> columns.move(column, -1)),
            mover(
                "column-down",
                Feather.CHEVRON_DOWN,
                "One to the right (Alt+Down)",
                column -> columns.move(column, 1)),
            mover(
                "column-last",
                Feather.CHEVRONS_DOWN,
                "To the right end (Alt+End)",
                columns::moveLast),
            new Spacer(),
            reset);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node staying() {
    Spinner<Integer> count = new Spinner<>(0, columns.size(), columns.frozenProperty().get());
    count.setId("columns-frozen");
    count.setAccessibleText("Columns that stay at the left while the others scroll");
    count.setEditable(true);
    count.setPrefWidth(92);
    count.valueProperty().subscribe(value -> columns.frozenProperty().set(value));
    columns.frozenProperty().subscribe(value -> count.getValueFactory().setValue(value.intValue()));
    Label label = new Label("Columns that stay at the left");
    label.setLabelFor(count);
    HBox line = new HBox(label, new Spacer(), count);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Button mover(String id, Ikon icon, String name, Consumer<GridColumn> move) {
    Button button = Buttons.icon(id, icon, name, () -> move(move));
    button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    return button;
  }

  private Button button(String id, String text, String name, boolean visible) {
    Button button = new Button(text);
    Buttons.name(button, id, name);
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(event -> columns.show(List.copyOf(columns.found()), visible));
    return button;
  }

  /** Esc closes the popover from every control. A list would otherwise consume the key. */
  private void leave(KeyEvent event) {
    boolean clears = search.isFocused() && !search.getText().isEmpty();
    if (event.getCode() == KeyCode.ESCAPE && !clears) {
      event.consume();
      getScene().getWindow().hide();
    }
  }

  private void leaveSearch(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      list.requestFocus();
      event.consume();
    }
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      toggle();
      event.consume();
    } else if (event.isAltDown()) {
      switch (event.getCode()) {
        case UP, KP_UP -> move(column -> columns.move(column, -1));
        case DOWN, KP_DOWN -> move(column -> columns.move(column, 1));
        case HOME -> move(columns::moveFirst);
        case END -> move(columns::moveLast);
        default -> {
          return;
        }
      }
      event.consume();
    }
  }

  private void toggle() {
    GridColumn focused = list.getSelectionModel().getSelectedItem();
    if (focused != null) {
      List<GridColumn> chosen = List.copyOf(list.getSelectionModel().getSelectedItems());
      columns.show(chosen, !focused.isVisible());
    }
  }

  private void move(Consumer<GridColumn> move) {
    GridColumn column = list.getSelectionModel().getSelectedItem();
    if (column != null) {
      move.accept(column);
      follow(column);
    }
  }

  private void drag(MouseEvent event) {
    dragged.ifPresent(column -> {
      event.consume();
      lineAt(event)
          .filter(place -> place != column)
          .ifPresent(place -> {
            columns.moveTo(column, place);
            follow(column);
          });
    });
  }

  private static Optional<GridColumn> lineAt(MouseEvent event) {
    Node node = event.getPickResult().getIntersectedNode();
    while (node != null && !(node instanceof ListCell<?>)) {
      node = node.getParent();
    }
    return node instanceof ColumnLine line ? Optional.ofNullable(line.getItem()) : Optional.empty();
  }

  private void follow(GridColumn column) {
    int place = columns.found().indexOf(column);
    choose(place);
    reveal(place);
  }

  /** Scrolls as little as possible, so that a dragged line stays under the mouse. */
  private void reveal(int place) {
    int lines = (int) (list.getHeight() / LINE_HEIGHT) - 1;
    list.lookupAll(".list-cell").stream()
        .map(ColumnLine.class::cast)
        .filter(line -> line.getItem() != null)
        .mapToInt(ListCell::getIndex)
        .min()
        .ifPresent(first -> {
          if (place <= first) {
            list.scrollTo(Math.max(0, place - 1));
          } else if (place >= first + lines) {
            list.scrollTo(Math.max(0, place - lines + 1));
          }
        });
  }
}
