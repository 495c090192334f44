package app.pallet.ui.table;

import app.pallet.ui.table.RangeSelection.Span;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The grid's keys, as spreadsheets have them. They are taken before JavaFX's own behaviour sees
 * them, whose selection is by rows and whose typing starts no editor. FX thread.
 */
final class GridKeys {

  /** Further than any grid reaches. */
  private static final int FAR = Integer.MAX_VALUE / 2;

  private final GridGeometry geometry;
  private final RangeSelection selection;
  private final GridEditing editing;
  private final GridCommands commands;
  private final CellMenu menu;

  GridKeys(
      GridGeometry geometry,
      RangeSelection selection,
      GridEditing editing,
      GridCommands commands,
      CellMenu menu) {
    this.geometry = geometry;
    this.selection = selection;
    this.editing = editing;
    this.commands = commands;
    this.menu = menu;
  }

  /** Watches the table for keys. */
  void listenTo(TableView<GridRow> table) {
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() ? pressWithShortcut(event) : press(event)) {
            event.consume();
          }
        });
    table.addEventFilter(KeyEvent.KEY_TYPED, this::type);
  }

  private boolean press(KeyEvent event) {
    if (event.isAltDown()) {
      return false;
    }
    int page = geometry.fullRows() - 1;
    switch (event.getCode()) {
      case UP, KP_UP -> go(event, -1, 0);
      case DOWN, KP_DOWN -> go(event, 1, 0);
      case LEFT, KP_LEFT -> go(event, 0, -1);
      case RIGHT, KP_RIGHT -> go(event, 0, 1);
      case PAGE_UP -> go(event, -page, 0);
      case PAGE_DOWN -> go(event, page, 0);
      case HOME -> go(event, 0, -FAR);
      case END -> go(event, 0, FAR);
      case ENTER -> step(event.isShiftDown() ? -1 : 1, 0);
      case TAB -> step(0, event.isShiftDown() ? -1 : 1);
      case SPACE -> space(event);
      case DELETE, BACK_SPACE -> commands.clear();
      case F2 -> editing.open();
      case ESCAPE -> selection.collapse();
      case CONTEXT_MENU -> menu.show();
      default -> {
        return pressMenuKey(event);
      }
    }
    return true;
  }

  private boolean pressMenuKey(KeyEvent event) {
    boolean asked = event.getCode() == KeyCode.F10 && event.isShiftDown();
    if (asked) {
      menu.show();
    }
    return asked;
  }

  private boolean pressWithShortcut(KeyEvent event) {
    switch (event.getCode()) {
      case UP, KP_UP -> go(event, -FAR, 0);
      case DOWN, KP_DOWN -> go(event, FAR, 0);
      case LEFT, KP_LEFT -> go(event, 0, -FAR);
      case RIGHT, KP_RIGHT -> go(event, 0, FAR);
      case HOME -> go(event, -FAR, -FAR);
      case END -> go(event, FAR, FAR);
      case SPACE -> selection.widen(Span.COLUMNS);
      case A -> selection.selectAll();
      case C, INSERT -> commands.copy();
      case X -> commands.cut();
      case V -> commands.paste();
      case D -> commands.fillDown();
      case MINUS, SUBTRACT -> commands.deleteRows();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void go(KeyEvent event, int rows, int columns) {
    if (event.isShiftDown()) {
      selection.extend(rows, columns);
      selection.end().ifPresent(geometry::reveal);
    } else {
      step(rows, columns);
    }
  }

  private void step(int rows, int columns) {
    selection.move(rows, columns);
    selection.active().ifPresent(geometry::reveal);
  }

  private void space(KeyEvent event) {
    if (event.isShiftDown()) {
      selection.widen(Span.ROWS);
    } else {
      editing.toggle();
    }
  }

  private void type(KeyEvent event) {
    String typed = event.getCharacter();
    boolean printable = typed.codePoints().anyMatch(c -> c > ' ' && !Character.isISOControl(c));
    // AltGr arrives as Ctrl with Alt, and does write signs such as @.
    boolean command = (event.isControlDown() && !event.isAltDown()) || event.isMetaDown();
    if (printable && !command) {
      event.consume();
      editing.openWith(typed);
    }
  }
}
