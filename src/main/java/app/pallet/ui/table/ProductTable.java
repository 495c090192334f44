package app.pallet.ui.table;

import app.pallet.change.RowKey;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.table.cells.GridModel;
import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.cells.RowList;
import app.pallet.ui.table.cells.StateMark;
import app.pallet.ui.table.columns.ColumnCommands;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.ui.table.columns.ColumnLayouts;
import app.pallet.ui.table.columns.ColumnPopover;
import app.pallet.ui.table.columns.RowHeight;
import app.pallet.ui.table.editing.GridCommands;
import app.pallet.ui.table.editing.GridEditing;
import app.pallet.ui.table.editing.GridEditor;
import app.pallet.ui.table.fill.FillHandle;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.grid.GridGeometry;
import app.pallet.ui.table.grid.GridSkin;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.table.grid.RowHeaderPane;
import app.pallet.ui.table.selection.CellPosition;
import app.pallet.ui.table.selection.CellRange;
import app.pallet.ui.table.selection.GridSelection;
import app.pallet.ui.table.selection.RangeSelection;
import app.pallet.ui.table.selection.RangeSelection.Span;
import app.pallet.ui.table.selection.RangeSelectionModel;
import app.pallet.ui.table.selection.SelectedRows;
import app.pallet.ui.theme.Panes;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The grid of products: shows a {@link GridModel}, passes every change the user makes to a {@link
 * GridEditor}, and costs the same for ten rows and for a million. One is made for each open
 * catalogue. FX thread.
 *
 * <p>Style classes, for themes: {@code product-grid} the whole, {@code row-headers}, {@code
 * row-header} and {@code row-sign} beside the rows, {@code grid-cell} every cell, {@code
 * cell-editor} the open editor. Cells and row headers have the pseudo-classes {@code added}, {@code
 * edited}, {@code deleted}, {@code problem}, {@code conflict}, cells {@code loading} and {@code
 * preview} too; the whole has that of its {@link RowHeight}.
 */
public final class ProductTable extends BorderPane {

  private static final PseudoClass KEYS_HERE = PseudoClass.getPseudoClass("keys-here");
  private static final StateMark<RowHeight> HEIGHT = new StateMark<>(RowHeight.class);

  private final GridModel model;
  private final GridEditor editor;
  private final RowList rows;
  private final GridTable table;
  private final RangeSelection selection = new RangeSelection();
  private final SelectedRows selectedRows;
  private final RowHeaderPane headers;
  private final StackPane corner = new StackPane();
  private final GridGeometry geometry;
  private final GridEditing editing;
  private final SelectedCells cells;
  private final GridCommands commands;
  private final ColumnLayouts layouts;
  private final ColumnPopover columnPopover;
  private final Headings headings;
  private final CellMenu cellMenu;
  private final FillHandle fillHandle;
  private final CellCursor cursor;
  private final LoadingBars loading;
  private Object question = "";
  private final ReadOnlyObjectWrapper<GridSelection> selected =
      new ReadOnlyObjectWrapper<>(GridSelection.NONE);
  private final ObjectProperty<RowHeight> rowHeight =
      new SimpleObjectProperty<>(this, "rowHeight", RowHeight.NORMAL);
  private final GridModel.Listener modelListener =
      new GridModel.Listener() {
        @Override
        public void keysChanged() {
          showKeys();
        }

        @Override
        public void keysGrown(int from) {
          showKeys();
        }

        @Override
        public void rowsStored(Map<RowKey.New, RowKey.Stored> ids) {
          selectedRows.rowsStored(ids);
          editing.rowsStored(ids);
        }

        @Override
        public void rowsChanged(int from, int to) {
          rows.rowsChanged(from, to);
          loading.arrived();
          cursor.follow();
        }
      };

  /**
   * A grid over a model.
   *
   * @param model the rows; listened to until {@link #dispose}
   * @param editor gets what the user does
   */
  public ProductTable(GridModel model, GridEditor editor) {
    this.model = model;
    this.editor = editor;
    rows = new RowList(model);
    selectedRows = new SelectedRows(model, selection);
    headers = new RowHeaderPane(selection, this::label);
    table = new GridTable(rows, headers);
    geometry = new GridGeometry(table, table.frozen());
    CellDisplay display = new CellDisplay(model.format(), model.parents());
    cells = new SelectedCells(table, selection);
    commands = new GridCommands(this::selection, cells::pasteTarget, this::isCursorChosen, editor);
    editing =
        new GridEditing(
            table, geometry, selection, this::isCursorChosen, editor, commands, display);
    layouts = new ColumnLayouts(table, table.frozen());
    columnPopover = new ColumnPopover(table, model.columns());
    headings =
        new Headings(table, selection, columnPopover, editor.isReadOnly(), this::askForOrder);
    cellMenu = new CellMenu(table, geometry, selection, commands, editing);
    fillHandle = new FillHandle(table, geometry, selection, display, model.format(), commands);
    cursor = new CellCursor(rows, table, selection, editor, commands, display);
    loading = new LoadingBars(this, geometry);
    rows.setOnMissing(loading::missing);
    table.setSelectionModel(new RangeSelectionModel(table, selection));
    model.columns().forEach(c -> table.getColumns().add(new GridColumn(c, display, headings)));
    layouts.freezeKey();
    arrange();
    listen();
    showKeys();
    model.addListener(modelListener);
  }

  /** Everything selected; small however much that is. */
  public GridSelection selection() {
    return selected.get();
  }

  /** Everything selected, for the status bar. */
  public ReadOnlyObjectProperty<GridSelection> selectionProperty() {
    return selected.getReadOnlyProperty();
  }

  /**
   * Selects the cells from a row to another in these columns' span, or whole rows where none of
   * them is shown, and scrolls to the first.
   */
  public void select(int firstRow, int lastRow, List<Column> columns) {
    int[] places =
        columns.stream().mapToInt(this::indexOf).filter(place -> place >= 0).sorted().toArray();
    int shown = table.getVisibleLeafColumns().size();
    if (shown > 0 && lastRow < rows.size()) {
      int left = places.length == 0 ? 0 : places[0];
      int right = places.length == 0 ? shown - 1 : places[places.length - 1];
      selection.select(new CellRange(firstRow, left, lastRow, right));
      geometry.reveal(new CellPosition(firstRow, left));
    }
  }

  /** Gives the cells of these columns room for a value and what it would become; no others. */
  public void makeRoom(Set<Column> columns) {
    boolean grows = false;
    for (TableColumn<GridRow, ?> each : table.getColumns()) {
      GridColumn column = (GridColumn) each;
      grows |= column.makeRoom(columns.contains(column.column())) && !columns.isEmpty();
    }
    if (grows) {
      Platform.runLater(() -> selection.active().ifPresent(geometry::reveal));
    }
  }

  /** The order the user asked for. */
  public ReadOnlyObjectProperty<Optional<SortOrder>> sortProperty() {
    return headings.sortProperty();
  }

  /** Asks the editor for an order of the rows and shows it in the headings. */
  public void sort(Optional<SortOrder> order) {
    headings.sort(order);
  }

  /** Shows in the headings an order that the rows have already. */
  public void showSort(Optional<SortOrder> order) {
    headings.show(order);
  }

  /** Marks in the headings the columns of these names as filtered, and no others. */
  public void showFiltered(Set<String> columns) {
    headings.showFiltered(columns);
  }

  private void askForOrder(Optional<SortOrder> order) {
    editing.keep();
    editor.sort(order);
  }

  /** The columns from left to right, hidden ones too, for the settings. */
  public List<ColumnLayout> columnLayout() {
    return layouts.get();
  }

  /** Restores remembered columns; names that aren't columns are passed over, new ones come last. */
  public void setColumnLayout(List<ColumnLayout> layout) {
    layouts.set(layout);
  }

  /** How high the rows are; change it to make them higher or lower. */
  public ObjectProperty<RowHeight> rowHeightProperty() {
    return rowHeight;
  }

  /** Lets the user choose the columns and their order, in a popover at a node. */
  public void chooseColumns(Node at) {
    columnPopover.show(at);
  }

  /** Ends an open edit and keeps what was typed. To be called before a command uses the rows. */
  public void finishEditing() {
    editing.keep();
  }

  /** Pastes the clipboard at the active cell. */
  public void paste() {
    commands.paste();
  }

  /** The cell of the cursor, in full, for a place outside the table where it is shown. */
  public CellCursor cursor() {
    return cursor;
  }

  /** What can be done with the selected cells. */
  public GridCommands commands() {
    return commands;
  }

  /** What can be done with the cursor's column; empty without a cursor. */
  public Optional<ColumnCommands> columnCommands() {
    return headings.commands();
  }

  /** Puts the cursor into a column of its row. A column that is hidden is shown again. */
  public void showColumn(Column column) {
    table.getColumns().stream()
        .filter(each -> ((GridColumn) each).column().name().equals(column.name()))
        .forEach(each -> each.setVisible(true));
    int row = selection.active().map(CellPosition::row).orElse(0);
    select(row, row, List.of(column));
    focusCells();
  }

  /** Lets the user type into the cursor's cell. */
  public void editCell() {
    editing.open();
  }

  /** Selects whole rows or columns of what is selected. */
  public void widen(Span reach) {
    selection.widen(reach);
  }

  /** Selects every cell. */
  public void selectAll() {
    selection.selectAll();
  }

  /** The menu of the cells, for others to add to. */
  public ContextMenu cellMenu() {
    return cellMenu.menu();
  }

  /** Sets who shows the figures of a column, at its heading. */
  public void setOnStatistics(BiConsumer<Column, Node> showing) {
    headings.setOnStatistics(showing);
  }

  /** Sets who asks the user for a filter by a column. */
  public void setOnFilter(Consumer<Column> asking) {
    headings.setOnFilter(asking);
  }

  /**
   * Whether the selected rows are those that the user has chosen. If they aren't, because those are
   * not shown, nothing may be done to them: brings the cursor into view, and says so.
   */
  public boolean isCursorChosen() {
    if (selection.isAdrift()) {
      selection
          .active()
          .ifPresent(cell -> {
            geometry.reveal(cell);
            editor.heldBack(model.order().keyAt(cell.row()));
          });
    }
    return !selection.isAdrift();
  }

  /** Gives the focus to the cells. */
  public void focusCells() {
    table.requestFocus();
  }

  /** Ends an open edit and stops listening to the model. */
  public void dispose() {
    editing.keep();
    model.removeListener(modelListener);
  }

  private void arrange() {
    getStyleClass().add("product-grid");
    setId("product-grid");
    Panes.style(this, "table.css");
    corner.getStyleClass().add("grid-corner");
    corner.setId("select-all");
    Region triangle = new Region();
    triangle.getStyleClass().add("triangle");
    corner.getChildren().add(triangle);
    corner.setAccessibleText("Select all");
    corner.setOnMousePressed(event -> selectAll());
    setLeft(new VBox(corner, headers));
    setCenter(new StackPane(table, table.frozenPane(), fillHandle, editing.layer()));
    table
        .skinProperty()
        .addListener((property, before, now) -> {
          if (now instanceof GridSkin skin) {
            corner.minHeightProperty().bind(skin.headerRow().heightProperty());
            table.frozenPane().follow(skin);
            headers.clip(skin.viewport().layoutBoundsProperty().map(bounds -> bounds.getHeight()));
          }
        });
  }

  private void listen() {
    new GridMouse(table, geometry, selection, editing, Span.CELLS).listenTo(table);
    new GridMouse(table, geometry, selection, editing, Span.CELLS).listenTo(table.frozenPane());
    new GridMouse(table, geometry, selection, editing, Span.ROWS).listenTo(headers);
    EdgeJump jump = new EdgeJump(table, editor);
    new GridKeys(geometry, selection, editing, commands, cellMenu, jump, headings).listenTo(table);
    table.setOnContextMenuRequested(cellMenu::show);
    table.addEventFilter(ScrollEvent.SCROLL, event -> editing.keep());
    headers.setOnScroll(event -> geometry.scroll(0, -event.getDeltaY()));
    table.frozenPane().setOnContextMenuRequested(cellMenu::show);
    table
        .frozenPane()
        .setOnScroll(event -> {
          editing.keep();
          geometry.scroll(-event.getDeltaX(), -event.getDeltaY());
        });
    table.frozen().countProperty().addListener(observable -> editing.keep());
    selection.rangesProperty().addListener(observable -> showSelection());
    rowHeight.subscribe(this::show);
    // Not :focus-within, which a table's own idea of a focused cell sets as well.
    table.focusedProperty().subscribe(focused -> pseudoClassStateChanged(KEYS_HERE, focused));
    table
        .getVisibleLeafColumns()
        .addListener(
            (ListChangeListener<TableColumn<GridRow, ?>>)
                change -> {
                  editing.keep();
                  selectedRows.columnsChanged(table.getVisibleLeafColumns().size());
                });
  }

  private void show(RowHeight height) {
    editing.keep();
    table.setFixedCellSize(height.pixels());
    HEIGHT.show(this, height);
    selection.active().ifPresent(geometry::reveal);
  }

  /**
   * After a commit the cursor is kept in sight; another question is answered from its beginning.
   */
  private void showKeys() {
    Object asked = model.question();
    boolean stays =
        asked.equals(question) && selection.active().filter(geometry::isShown).isPresent();
    question = asked;
    rows.keysChanged();
    headers.fit(rows.size());
    selectedRows.follow(table.getVisibleLeafColumns().size());
    if (stays && !model.isExpectingRows()) {
      selection.active().ifPresent(geometry::reveal);
    }
    editing.follow();
    cursor.follow();
  }

  private void showSelection() {
    selected.set(cells.all());
    cursor.follow();
    BitSet columns = new BitSet();
    selection.ranges().bands().forEach(band -> columns.or(band.columns()));
    for (int i = 0; i < table.getVisibleLeafColumns().size(); i++) {
      column(i).selectedProperty().set(columns.get(i));
    }
  }

  private String label(String name) {
    return model.columns().stream()
        .filter(column -> column.name().equals(name))
        .map(Column::label)
        .findFirst()
        .orElse(name);
  }

  private GridColumn column(int index) {
    return (GridColumn) table.getVisibleLeafColumn(index);
  }

  private int indexOf(Column column) {
    return IntStream.range(0, table.getVisibleLeafColumns().size())
        .filter(index -> column(index).column().name().equals(column.name()))
        .findFirst()
        .orElse(-1);
  }
}
