package app.pallet.ui.table.columns;

import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.theme.Menus;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * The menu of a column's header: order the rows by it, select, hide and show columns. FX thread.
 */
public final class HeaderMenu {

  private final Consumer<GridColumn> select;
  private final Function<GridColumn, ColumnCommands> commands;
  private final ColumnPopover columns;
  private final ContextMenu menu = new ContextMenu();

  /**
   * A menu for every column of a table.
   *
   * @param select selects a whole column
   * @param commands what can be done with a column
   * @param columns chooses the columns
   */
  public HeaderMenu(
      Consumer<GridColumn> select,
      Function<GridColumn, ColumnCommands> commands,
      ColumnPopover columns) {
    this.select = select;
    this.commands = commands;
    this.columns = columns;
    menu.setId("header-menu");
  }

  /** Shows the menu of a column at a point of the screen, in pixels. */
  public void show(GridColumn column, Node header, double screenX, double screenY) {
    ColumnCommands ofColumn = commands.apply(column);
    MenuItem hide = Menus.item("hide-column", "Hide column", ofColumn::hide);
    hide.setDisable(!ofColumn.canBeHidden());
    menu.getItems()
        .setAll(
            Menus.item(
                "sort-ascending", "Sort ascending", () -> ofColumn.sort(Direction.ASCENDING)),
            Menus.item(
                "sort-descending", "Sort descending", () -> ofColumn.sort(Direction.DESCENDING)),
            Menus.item(
                "sort-also-ascending",
                "Then sort ascending",
                () -> ofColumn.sortAlso(Direction.ASCENDING)),
            Menus.item(
                "sort-also-descending",
                "Then sort descending",
                () -> ofColumn.sortAlso(Direction.DESCENDING)),
            natural(ofColumn),
            Menus.item("sort-none", "Don\u2019t sort", ofColumn::unsort),
            new SeparatorMenuItem(),
            Menus.item("filter-column-by", "Filter by this column…", ofColumn::filter),
            Menus.item("column-statistics", "Statistics…", ofColumn::statistics),
            new SeparatorMenuItem(),
            Menus.item("select-column", "Select column", () -> select.accept(column)),
            hide,
            new SeparatorMenuItem(),
            freeze(ofColumn),
            Menus.item("fit-columns", "Fit all columns", ofColumn::fitAll),
            Menus.item("choose-columns", "Columns…", () -> columns.show(header)));
    menu.show(header, screenX, screenY);
  }

  private static MenuItem freeze(ColumnCommands ofColumn) {
    MenuItem item =
        Menus.item(
            "freeze-columns",
            ofColumn.isLastFrozen() ? "Unfreeze columns" : "Freeze up to this column",
            ofColumn::freeze);
    item.setDisable(!ofColumn.canBeFrozen());
    return item;
  }

  private static MenuItem natural(ColumnCommands ofColumn) {
    CheckMenuItem item = new CheckMenuItem("SKU-2 before SKU-10");
    item.setId("sort-natural");
    item.setSelected(ofColumn.isNatural());
    item.setVisible(ofColumn.canBeNatural());
    item.setOnAction(event -> ofColumn.setNatural(item.isSelected()));
    return item;
  }
}
