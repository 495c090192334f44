package app.pallet.ui.table;

import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.ui.table.columns.ColumnCommands;
import app.pallet.ui.table.columns.ColumnPopover;
import app.pallet.ui.table.columns.HeaderMenu;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.table.grid.HeaderListener;
import app.pallet.ui.table.selection.CellPosition;
import app.pallet.ui.table.selection.RangeSelection;
import app.pallet.ui.table.selection.RangeSelection.Span;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

/**
 * The headings of the columns: a click selects, so that none sorts 100,000 rows by accident; the
 * mark at the edge opens the menu, which sorts. FX thread.
 */
final class Headings implements HeaderListener {

  private final GridTable table;
  private final RangeSelection selection;
  private final boolean isReadOnly;
  private final Consumer<Optional<SortOrder>> asking;
  private final HeaderMenu menu;
  private final ReadOnlyObjectWrapper<Optional<SortOrder>> sort =
      new ReadOnlyObjectWrapper<>(this, "sort", Optional.empty());
  private Consumer<Column> filtering = column -> {};
  private BiConsumer<Column, Node> statistics = (column, header) -> {};

  /**
   * The headings of a table.
   *
   * @param isReadOnly whether no column can be changed
   * @param asking gets the order that the user wants
   */
  Headings(
      GridTable table,
      RangeSelection selection,
      ColumnPopover columns,
      boolean isReadOnly,
      Consumer<Optional<SortOrder>> asking) {
    this.table = table;
    this.selection = selection;
    this.isReadOnly = isReadOnly;
    this.asking = asking;
    menu = new HeaderMenu(this::select, this::commandsOf, columns);
  }

  @Override
  public void clicked(GridColumn column, MouseEvent event) {
    CellPosition top = new CellPosition(0, table.getVisibleLeafIndex(column));
    if (event.isShiftDown()) {
      selection.extendTo(top);
      selection.widen(Span.COLUMNS);
    } else if (event.isShortcutDown()) {
      selection.toggle(top, Span.COLUMNS);
    } else {
      selection.select(top, Span.COLUMNS);
    }
    table.requestFocus();
  }

  @Override
  public void menuRequested(GridColumn column, Node header, double x, double y) {
    menu.show(column, header, x, y);
  }

  @Override
  public void filterPressed(GridColumn column) {
    filtering.accept(column.column());
  }

  @Override
  public boolean isLocked(GridColumn column) {
    return isReadOnly || column.column().isReadOnly();
  }

  /** Opens the menu of the cursor's column under its heading. */
  void showMenu() {
    cursor()
        .ifPresent(column -> {
          header(column.column())
              .ifPresent(header -> {
                Point2D corner = header.localToScreen(0, header.getLayoutBounds().getMaxY());
                menu.show(column, header, corner.getX(), corner.getY());
              });
        });
  }

  /** What can be done with the cursor's column; empty without a cursor. */
  Optional<ColumnCommands> commands() {
    return cursor().map(this::commandsOf);
  }

  /** The order the user asked for. */
  ReadOnlyObjectProperty<Optional<SortOrder>> sortProperty() {
    return sort.getReadOnlyProperty();
  }

  /** Asks for an order of the rows and shows it. */
  void sort(Optional<SortOrder> wanted) {
    Optional<SortOrder> order = wanted.map(by -> by.natural(this::isNatural));
    show(order);
    asking.accept(order);
  }

  /** Shows an order that the rows have already. */
  void show(Optional<SortOrder> order) {
    sort.set(order);
    columns().forEach(column -> column.show(order));
  }

  /** Marks the columns of these names, and no others, as filtered. */
  void showFiltered(Set<String> names) {
    columns().forEach(column -> column.showFiltered(names.contains(column.column().name())));
  }

  /** Sets who asks the user for a filter by a column. */
  void setOnFilter(Consumer<Column> asked) {
    filtering = asked;
  }

  /** Sets who shows what the values of a column come to, beside its heading. */
  void setOnStatistics(BiConsumer<Column, Node> showing) {
    statistics = showing;
  }

  private void select(GridColumn column) {
    selection.select(new CellPosition(0, table.getVisibleLeafIndex(column)), Span.COLUMNS);
    table.requestFocus();
  }

  private ColumnCommands commandsOf(GridColumn column) {
    return new ColumnCommands(
        table,
        column,
        new ColumnCommands.Actions(
            sort::get,
            this::sort,
            asked -> filtering.accept(asked),
            asked -> statistics.accept(asked, header(asked).orElse(table))));
  }

  private Optional<Node> header(Column column) {
    return Optional.ofNullable(table.lookup("#header-" + column.name()));
  }

  private Optional<GridColumn> cursor() {
    return selection.active().map(cell -> (GridColumn) table.getVisibleLeafColumn(cell.column()));
  }

  private boolean isNatural(Column column) {
    return columns()
        .anyMatch(each -> each.column().name().equals(column.name()) && each.isNatural());
  }

  private Stream<GridColumn> columns() {
    return table.getColumns().stream().map(GridColumn.class::cast);
  }
}
