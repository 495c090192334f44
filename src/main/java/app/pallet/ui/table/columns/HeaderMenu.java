package app.pallet.ui.table.columns;

import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.grid.GridSkin;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.theme.Menus;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * The menu of a column's header: order the rows by it, select, hide and show columns. FX thread.
 */
public final class HeaderMenu {

  private final GridTable table;
  private final Consumer<GridColumn> select;
  private final ObservableValue<Optional<SortOrder>> sorted;
  private final Consumer<Optional<SortOrder>> sort;
  private final Consumer<GridColumn> filter;
  private final ColumnPopover columns;
  private final ContextMenu menu = new ContextMenu();

  /**
   * A menu for every column of a table.
   *
   * @param select selects a whole column
   * @param sorted the order that the rows have
   * @param sort orders the rows
   * @param filter asks for a filter by a column
   * @param columns chooses the columns
   */
  public HeaderMenu(
      GridTable table,
      Consumer<GridColumn> select,
      ObservableValue<Optional<SortOrder>> sorted,
      Consumer<Optional<SortOrder>> sort,
      Consumer<GridColumn> filter,
      ColumnPopover columns) {
    this.columns = columns;
    this.filter = filter;
    this.table = table;
    this.select = select;
    this.sorted = sorted;
    this.sort = sort;
    menu.setId("header-menu");
  }

  /** Shows the menu of a column at a point of the screen, in pixels. */
  public void show(GridColumn column, Node header, double screenX, double screenY) {
    MenuItem hide = Menus.item("hide-column", "Hide column", () -> column.setVisible(false));
    hide.setDisable(table.getVisibleLeafColumns().size() < 2);
    menu.getItems()
        .setAll(
            Menus.item(
                "sort-ascending", "Sort ascending", () -> order(column, Direction.ASCENDING)),
            Menus.item(
                "sort-descending", "Sort descending", () -> order(column, Direction.DESCENDING)),
            also(column, "sort-also-ascending", "Then sort ascending", Direction.ASCENDING),
            also(column, "sort-also-descending", "Then sort descending", Direction.DESCENDING),
            natural(column),
            Menus.item("sort-none", "Don\u2019t sort", () -> sort.accept(Optional.empty())),
            new SeparatorMenuItem(),
            Menus.item("filter-column-by", "Filter by this column…", () -> filter.accept(column)),
            new SeparatorMenuItem(),
            Menus.item("select-column", "Select column", () -> select.accept(column)),
            hide,
            new SeparatorMenuItem(),
            freeze(column),
            Menus.item("fit-columns", "Fit all columns", this::fit),
            Menus.item("choose-columns", "Columns…", () -> columns.show(header)));
    menu.show(header, screenX, screenY);
  }

  private MenuItem freeze(GridColumn column) {
    int place = table.getVisibleLeafIndex(column);
    boolean last = place == table.frozen().shown() - 1;
    MenuItem item =
        Menus.item(
            "freeze-columns",
            last ? "Unfreeze columns" : "Freeze up to this column",
            () -> table.frozen().countProperty().set(last ? 0 : place + 1));
    item.setDisable(place == table.getVisibleLeafColumns().size() - 1);
    return item;
  }

  private void fit() {
    if (table.getSkin() instanceof GridSkin skin) {
      skin.fitColumns();
    }
  }

  /** Adds the column to the order there is. */
  private MenuItem also(GridColumn column, String id, String text, Direction direction) {
    Optional<SortOrder> now = sorted.getValue();
    MenuItem item =
        Menus.item(
            id, text, () -> sort.accept(now.map(order -> order.with(column.column(), direction))));
    item.setDisable(now.isEmpty());
    return item;
  }

  private MenuItem natural(GridColumn column) {
    CheckMenuItem item = new CheckMenuItem("SKU-2 before SKU-10");
    item.setId("sort-natural");
    item.setSelected(column.isNatural());
    item.setVisible(column.column().type().isText());
    item.setOnAction(event -> {
      column.setNatural(item.isSelected());
      if (sorted.getValue().filter(order -> order.place(column.column()) >= 0).isPresent()) {
        sort.accept(sorted.getValue());
      }
    });
    return item;
  }

  private void order(GridColumn column, Direction direction) {
    sort.accept(Optional.of(new SortOrder(column.column(), direction)));
  }
}
