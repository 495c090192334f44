package app.pallet.ui.table;

import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.columns.ColumnCommands;
import app.pallet.ui.table.editing.GridCommands;
import app.pallet.ui.table.editing.GridEditing;
import app.pallet.ui.table.grid.GridGeometry;
import app.pallet.ui.table.selection.RangeSelection;
import app.pallet.ui.table.selection.RangeSelection.Span;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/**
 * The grid's keys, as in a spreadsheet. They are handled before JavaFX's own behaviour sees them,
 * because that selects rows and does not start an editor when the user types. FX thread.
 */
final class GridKeys {

  /** More rows or columns than any grid has. */
  private static final int FAR = Integer.MAX_VALUE / 2;

  private final GridGeometry geometry;
  private final RangeSelection selection;
  private final GridEditing editing;
  private final GridCommands commands;
  private final CellMenu menu;
  private boolean shortcut;
  private final EdgeJump jump;
  private final Headings headings;

  GridKeys(
      GridGeometry geometry,
      RangeSelection selection,
      GridEditing editing,
      GridCommands commands,
      CellMenu menu,
      EdgeJump jump,
      Headings headings) {
    this.geometry = geometry;
    this.selection = selection;
    this.editing = editing;
    this.commands = commands;
    this.menu = menu;
    this.jump = jump;
    this.headings = headings;
  }

  /** Watches the table for keys. */
  void listenTo(TableView<GridRow> table) {
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          shortcut = Shortcut.of(event).isPresent();
          if (!jump.hold(event)
              && Shortcut.of(event).filter(key -> press(key, event)).isPresent()) {
            event.consume();
          }
        });
    table.addEventFilter(KeyEvent.KEY_TYPED, this::type);
  }

  private boolean press(Shortcut key, KeyEvent event) {
    int page = geometry.fullRows() - 1;
    switch (key) {
      case UP -> go(event, -1, 0);
      case DOWN -> go(event, 1, 0);
      case LEFT -> go(event, 0, -1);
      case RIGHT -> go(event, 0, 1);
      case PAGE_UP -> go(event, -page, 0);
      case PAGE_DOWN -> go(event, page, 0);
      case ROW_START -> go(event, 0, -FAR);
      case ROW_END -> go(event, 0, FAR);
      case PAGE_LEFT -> go(event, 0, -pageColumns(-1));
      case PAGE_RIGHT -> go(event, 0, pageColumns(1));
      case EDGE_LEFT -> jump(event, 0, -1);
      case EDGE_RIGHT -> jump(event, 0, 1);
      case EDGE_UP -> jump(event, -1, 0);
      case EDGE_DOWN -> jump(event, 1, 0);
      case FIRST_CELL -> go(event, -FAR, -FAR);
      case LAST_CELL -> go(event, FAR, FAR);
      case NEXT_ROW -> move(() -> selection.enter(1));
      case PREVIOUS_ROW -> move(() -> selection.enter(-1));
      case NEXT_CELL -> move(() -> selection.tab(1));
      case PREVIOUS_CELL -> move(() -> selection.tab(-1));
      default -> {
        return command(key);
      }
    }
    return true;
  }

  private boolean command(Shortcut key) {
    switch (key) {
      case SELECT_ALL -> selection.selectAll();
      case SELECT_ROWS -> selection.widen(Span.ROWS);
      case SELECT_COLUMNS -> selection.widen(Span.COLUMNS);
      case LEAVE_SELECTION -> selection.collapse();
      case TICK -> editing.toggle();
      case EDIT -> editing.open();
      case CLEAR -> commands.clear();
      case COPY -> commands.copy();
      case COPY_WITH_HEADINGS -> commands.copyWithHeadings();
      case CUT -> commands.cut();
      case PASTE -> commands.paste();
      case FILL_DOWN -> commands.fillDown();
      case FILL_RIGHT -> commands.fillRight();
      case FILL_SERIES -> commands.fillSeries();
      case TODAY -> commands.today();
      case DELETE_ROWS -> commands.deleteRows();
      case FILL_SELECTION -> {} // meant for an editor that is not open any more: commits nothing
      case MENU -> menu.show();
      case SORT -> headings.commands().ifPresent(ColumnCommands::sort);
      case SORT_ALSO -> headings.commands().ifPresent(ColumnCommands::sortAlso);
      case COLUMN_MENU -> headings.showMenu();
      default -> {
        return false; // a command of the window, which hears of it next
      }
    }
    return true;
  }

  private void go(KeyEvent event, int rows, int columns) {
    if (event.isShiftDown()) {
      selection.extend(rows, columns);
      selection.end().ifPresent(geometry::reveal);
    } else {
      move(() -> selection.move(rows, columns));
    }
  }

  private void move(Runnable step) {
    step.run();
    selection.active().ifPresent(geometry::reveal);
  }

  /** By how many columns a page moves, from the end of what is selected. */
  private int pageColumns(int step) {
    return selection.end().map(cell -> geometry.pageColumns(cell.column(), step)).orElse(1);
  }

  private void jump(KeyEvent event, int rows, int columns) {
    boolean isExtending = event.isShiftDown();
    (isExtending ? selection.end() : selection.active())
        .ifPresent(cell ->
            jump.from(
                cell,
                rows,
                columns,
                to -> {
                  if (isExtending) {
                    selection.extendTo(to);
                  } else {
                    selection.select(to, Span.CELLS);
                  }
                  geometry.reveal(to);
                }));
  }

  private void type(KeyEvent event) {
    if ((shortcut || !Shortcut.isMac()) && event.isAltDown() && !event.isControlDown()) {
      event.consume(); // Alt+F opens a menu, and would write a letter all the same
      return;
    }
    if (jump.hold(event)) {
      return;
    }
    String typed = event.getCharacter();
    boolean printable = typed.codePoints().anyMatch(c -> c > ' ' && !Character.isISOControl(c));
    // AltGr arrives as Ctrl with Alt, and writes signs such as @.
    boolean command = (event.isControlDown() && !event.isAltDown()) || event.isMetaDown();
    if (printable && !command) {
      event.consume();
      editing.openWith(typed);
    }
  }
}
