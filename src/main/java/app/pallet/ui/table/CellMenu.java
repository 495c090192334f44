package app.pallet.ui.table;

import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * The menu of the selected cells, by mouse or key. It is not set as the table's own menu, which
 * would make its shortcuts work in the whole window: they are only shown, {@link GridKeys} answers
 * them. FX thread.
 */
final class CellMenu {

  private final TableView<GridRow> table;
  private final GridGeometry geometry;
  private final RangeSelection selection;
  private final ContextMenu menu;

  CellMenu(
      TableView<GridRow> table,
      GridGeometry geometry,
      RangeSelection selection,
      GridCommands commands,
      GridEditing editing) {
    this.table = table;
    this.geometry = geometry;
    this.selection = selection;
    menu =
        new ContextMenu(
            item("edit-cell", "Edit", new KeyCodeCombination(KeyCode.F2), editing::open),
            new SeparatorMenuItem(),
            item("cut-cells", "Cut", shortcut(KeyCode.X), commands::cut),
            item("copy-cells", "Copy", shortcut(KeyCode.C), commands::copy),
            item("paste-cells", "Paste", shortcut(KeyCode.V), commands::paste),
            new SeparatorMenuItem(),
            item("clear-cells", "Clear", new KeyCodeCombination(KeyCode.DELETE), commands::clear),
            item("fill-down", "Fill down", shortcut(KeyCode.D), commands::fillDown),
            item("revert-cells", "Revert", null, commands::revert),
            new SeparatorMenuItem(),
            item("delete-rows", "Delete rows", shortcut(KeyCode.MINUS), commands::deleteRows));
    menu.setId("cell-menu");
  }

  /** The menu, for others to add to. */
  ContextMenu menu() {
    return menu;
  }

  /** Shows the menu where it is asked for over cells. */
  void show(ContextMenuEvent event) {
    if (geometry.cellAt(event.getSceneX(), event.getSceneY()).isPresent()) {
      menu.show(table, event.getScreenX(), event.getScreenY());
    }
  }

  /** Shows the menu at the active cell. */
  void show() {
    selection
        .active()
        .flatMap(geometry::boundsOf)
        .ifPresent(cell -> {
          Point2D corner = table.sceneToLocal(cell.getMinX(), cell.getMaxY());
          Point2D place = table.localToScreen(corner);
          menu.show(table, place.getX(), place.getY());
        });
  }

  private static KeyCombination shortcut(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }

  private static MenuItem item(
      String id, String text, @Nullable KeyCombination keys, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setAccelerator(keys);
    item.setOnAction(event -> action.run());
    return item;
  }
}
