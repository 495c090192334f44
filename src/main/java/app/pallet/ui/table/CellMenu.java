package app.pallet.ui.table;

import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.editing.GridCommands;
import app.pallet.ui.table.editing.GridEditing;
import app.pallet.ui.table.grid.GridGeometry;
import app.pallet.ui.table.selection.RangeSelection;
import app.pallet.ui.theme.Menus;
import app.pallet.workspace.input.PasteWay;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
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
            item("edit-cell", "Edit", Shortcut.EDIT, editing::open),
            new SeparatorMenuItem(),
            item("cut-cells", "Cut", Shortcut.CUT, commands::cut),
            item("copy-cells", "Copy", Shortcut.COPY, commands::copy),
            item(
                "copy-with-headings",
                "Copy with headings",
                Shortcut.COPY_WITH_HEADINGS,
                commands::copyWithHeadings),
            item("paste-cells", "Paste", Shortcut.PASTE, commands::paste),
            item(
                "paste-values",
                "Paste values only",
                null,
                () -> commands.paste(PasteWay.VALUES_ONLY)),
            item(
                "paste-transposed",
                "Paste rows as columns",
                null,
                () -> commands.paste(PasteWay.TRANSPOSED)),
            new SeparatorMenuItem(),
            item("clear-cells", "Clear", Shortcut.CLEAR, commands::clear),
            item("fill-down", "Fill down", Shortcut.FILL_DOWN, commands::fillDown),
            item("fill-right", "Fill right", Shortcut.FILL_RIGHT, commands::fillRight),
            item("fill-series", "Fill series", Shortcut.FILL_SERIES, commands::fillSeries),
            item("revert-cells", "Revert", null, commands::revert),
            new SeparatorMenuItem(),
            item("delete-rows", "Delete rows", Shortcut.DELETE_ROWS, commands::deleteRows));
    menu.setId("cell-menu");
    if (commands.isReadOnly()) {
      menu.getItems().stream()
          .filter(item -> !(item instanceof SeparatorMenuItem))
          .filter(item -> !Set.of("copy-cells", "copy-with-headings").contains(item.getId()))
          .forEach(item -> item.setDisable(true));
    }
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

  private static MenuItem item(
      String id, String text, @Nullable Shortcut shortcut, Runnable action) {
    MenuItem item = Menus.item(id, text, action);
    if (shortcut != null) {
      item.setAccelerator(shortcut.keys().getFirst());
    }
    return item;
  }
}
