package app.pallet.ui;

import static app.pallet.ui.CommandAction.inPane;
import static app.pallet.ui.CommandAction.inRows;
import static app.pallet.ui.CommandAction.inWindow;
import static app.pallet.ui.CommandAction.onCells;
import static app.pallet.ui.CommandAction.onColumn;
import static app.pallet.ui.CommandAction.only;
import static app.pallet.ui.CommandAction.wearing;
import static app.pallet.ui.CommandAction.whenOpen;
import static app.pallet.ui.command.Listing.at;

import app.pallet.ui.command.Listing;
import app.pallet.ui.command.Place;
import app.pallet.ui.command.Refusal;
import app.pallet.ui.filter.RowLimit;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.columns.ColumnCommands;
import app.pallet.ui.table.columns.RowHeight;
import app.pallet.ui.table.selection.RangeSelection.Span;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.window.EditorViewModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * The commands of the window, in the order of its menus. Everything about a command is described
 * here: its place, its name, its icon, why it can't be carried out now, and what it does. Its keys
 * are those of the {@link Shortcut} of the same name, if there is one. Buttons, menus, keys, the
 * palette and the list of keys are made from it.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing that changes
public enum EditorCommand {
  NEW_CATALOGUE(
      at(Place.FILE_OPEN, "New catalogue…", Feather.FILE_PLUS),
      Refusal.BUSY,
      inWindow(EditorController::newCatalogue)),
  OPEN_CATALOGUE(
      at(Place.FILE_OPEN, "Open…", Feather.FOLDER),
      Refusal.BUSY,
      inWindow(EditorController::openCatalogue)),
  OPEN_EXAMPLE(
      at(Place.FILE_OPEN, "Open the example", Feather.COFFEE),
      Refusal.BUSY,
      inWindow(EditorController::openExample)),
  ANOTHER_TABLE(
      at(Place.FILE_OPEN, "Another table of this file…", Feather.LAYERS),
      Refusal.ONE_TABLE.or(Refusal.BUSY),
      whenOpen((window, open) -> window.openAnotherTable(open))),
  IMPORT(
      at(Place.FILE_EXCHANGE, "Import…", Feather.DOWNLOAD),
      Refusal.READ_ONLY.or(Refusal.BUSY),
      whenOpen((window, open) -> window.imports().chooseFile(open.editedWorkspace()))),
  EXPORT(
      at(Place.FILE_EXCHANGE, "Export…", Feather.SHARE),
      Refusal.CLOSED_OR_BUSY,
      whenOpen((window, open) -> open.exportRows())),
  RESTORE_BACKUP(
      at(Place.FILE_CARE, "Restore a backup…", Feather.ARCHIVE),
      Refusal.CLOSED_OR_BUSY,
      whenOpen((window, open) -> window.care().showBackups(open.workspace().database().file()))),
  SETTINGS(
      at(Place.FILE_CARE, "Settings…", Feather.SETTINGS),
      Refusal.NEVER,
      inWindow(window -> window.care().showSettings())),
  CLOSE(
      at(Place.FILE_END, "Close", Feather.X),
      Refusal.CLOSED,
      inWindow(EditorController::closeShown)),
  QUIT(at(Place.FILE_END, "Quit", Feather.POWER), Refusal.NEVER, inPane(EditorPane::askToQuit)),

  UNDO(
      at(Place.EDIT_STEPS, "Undo", Feather.CORNER_UP_LEFT),
      Refusal.NOTHING_TO_UNDO,
      whenOpen((window, open) -> open.undo())),
  REDO(
      at(Place.EDIT_STEPS, "Redo", Feather.CORNER_UP_RIGHT),
      Refusal.NOTHING_TO_REDO,
      whenOpen((window, open) -> open.redo())),
  EDIT(
      at(Place.EDIT_CELLS, "Edit the cell", Feather.EDIT_2),
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(ProductTable::editCell)),
  EDIT_IN_BAR(
      at(Place.EDIT_CELLS, "Edit in the bar above", Feather.EDIT_3),
      Refusal.NO_CELLS_TO_CHANGE,
      inPane(pane -> pane.cellBar().edit())),
  CUT(
      at(Place.EDIT_CELLS, "Cut", Feather.SCISSORS),
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().cut())),
  COPY(
      at(Place.EDIT_CELLS, "Copy", Feather.COPY),
      Refusal.NOTHING_SELECTED,
      onCells(table -> table.commands().copy())),
  COPY_WITH_HEADINGS(
      at(Place.EDIT_CELLS, "Copy with headings", Feather.COPY),
      Refusal.NOTHING_SELECTED,
      onCells(table -> table.commands().copyWithHeadings())),
  PASTE(
      at(Place.EDIT_CELLS, "Paste", Feather.CLIPBOARD),
      Refusal.READ_ONLY,
      onCells(ProductTable::paste)),
  PASTE_WITH_OPTIONS(
      at(Place.EDIT_CELLS, "Paste with options…", Feather.CLIPBOARD),
      Refusal.READ_ONLY.or(Refusal.BUSY),
      whenOpen((window, open) -> window.imports().clipboard(open.editedWorkspace()))),
  CLEAR(
      at(Place.EDIT_CELLS, "Clear cells", Feather.DELETE),
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().clear())),
  REVERT(
      at(Place.EDIT_CELLS, "Revert cells", Feather.ROTATE_CCW),
      Refusal.NO_CELLS_TO_CHANGE.or(Refusal.NOTHING_PENDING),
      onCells(table -> table.commands().revert())),
  FIND(
      at(Place.EDIT_FIND, "Find…", Feather.SEARCH),
      Refusal.CLOSED,
      whenOpen((window, open) -> open.find().open(false))),
  REPLACE(
      at(Place.EDIT_FIND, "Replace…", Feather.REPEAT),
      Refusal.READ_ONLY,
      whenOpen((window, open) -> open.find().open(true))),
  SEARCH(
      at(Place.EDIT_FIND, "Search rows", Feather.SEARCH),
      Refusal.CLOSED,
      inPane(EditorPane::search)),
  NEXT_HIT(
      at(Place.EDIT_FIND, "Next hit", Feather.CHEVRON_DOWN),
      Refusal.CLOSED,
      whenOpen((window, open) -> open.find().go(1))),
  PREVIOUS_HIT(
      at(Place.EDIT_FIND, "Previous hit", Feather.CHEVRON_UP),
      Refusal.CLOSED,
      whenOpen((window, open) -> open.find().go(-1))),
  GO_TO_ROW(
      at(Place.EDIT_FIND, "Go to row…", Feather.CROSSHAIR),
      Refusal.CLOSED,
      inPane(pane -> pane.cellBar().goTo())),
  SELECT_ALL(
      at(Place.EDIT_SELECT, "Select all", Feather.MAXIMIZE),
      Refusal.CLOSED,
      onCells(ProductTable::selectAll)),
  SELECT_COLUMNS(
      at(Place.EDIT_SELECT, "Select column", Feather.COLUMNS),
      Refusal.NOTHING_SELECTED,
      onCells(table -> table.widen(Span.COLUMNS))),
  SELECT_ROWS(
      at(Place.EDIT_SELECT, "Select row", Feather.MINUS),
      Refusal.NOTHING_SELECTED,
      onCells(table -> table.widen(Span.ROWS))),

  CHANGES(
      at(Place.VIEW_PANELS, "Changes", Feather.EDIT_3),
      Refusal.CLOSED,
      inPane(pane -> pane.togglePanel("changes"))),
  PROBLEMS(
      at(Place.VIEW_PANELS, "Problems", Feather.ALERT_TRIANGLE),
      Refusal.CLOSED,
      inPane(pane -> pane.togglePanel("problems"))),
  VALUES(
      at(Place.VIEW_PANELS, "Values", Feather.PIE_CHART),
      Refusal.CLOSED,
      inPane(pane -> pane.togglePanel("facets"))),
  HISTORY(
      at(Place.VIEW_PANELS, "History…", Feather.CLOCK),
      Refusal.CLOSED_OR_BUSY.or(Refusal.NO_HISTORY),
      whenOpen((window, open) -> open.showHistory())),
  RECIPES(
      at(Place.VIEW_PANELS, "Recipes", Feather.BOOK_OPEN),
      Refusal.CLOSED,
      inPane(pane -> pane.togglePanel("recipes"))),
  SPEED_AND_LOG(
      at(Place.VIEW_PANELS, "Speed and log", Feather.TERMINAL),
      Refusal.CLOSED,
      inPane(EditorPane::toggleDrawer)),
  WHOLE_VALUE(
      at(Place.VIEW_HEIGHTS, "Whole value of the cell", Feather.MAXIMIZE_2),
      Refusal.CLOSED,
      inPane(pane -> pane.cellBar().toggle())),
  COMPACT_ROWS(
      at(Place.VIEW_HEIGHTS, "Compact rows", Feather.MENU),
      Refusal.CLOSED,
      inRows(RowHeight.COMPACT)),
  NORMAL_ROWS(
      at(Place.VIEW_HEIGHTS, "Normal rows", Feather.MENU),
      Refusal.CLOSED,
      inRows(RowHeight.NORMAL)),
  TALL_ROWS(
      at(Place.VIEW_HEIGHTS, "Tall rows", Feather.MENU), Refusal.CLOSED, inRows(RowHeight.TALL)),
  THEME_LIGHT(
      at(Place.VIEW_THEME, "Light theme", Feather.SUN), Refusal.NEVER, wearing(ThemeChoice.LIGHT)),
  THEME_DARK(
      at(Place.VIEW_THEME, "Dark theme", Feather.MOON), Refusal.NEVER, wearing(ThemeChoice.DARK)),
  THEME_OF_SYSTEM(
      at(Place.VIEW_THEME, "Theme as the system", Feather.MONITOR),
      Refusal.NEVER,
      wearing(ThemeChoice.SYSTEM)),
  NEXT_PANE(
      at(Place.VIEW_WINDOW, "Next pane", Feather.CHEVRON_RIGHT),
      Refusal.NEVER,
      inPane(pane -> pane.goRound(1))),
  PREVIOUS_PANE(
      at(Place.VIEW_WINDOW, "Previous pane", Feather.CHEVRON_LEFT),
      Refusal.NEVER,
      inPane(pane -> pane.goRound(-1))),
  FULL_SCREEN(
      at(Place.VIEW_WINDOW, "Full screen", Feather.MAXIMIZE_2),
      Refusal.NEVER,
      inPane(EditorPane::toggleFullScreen)),

  ADD_ROW(
      at(Place.ROWS_CHANGE, "Add row", Feather.PLUS),
      Refusal.READ_ONLY,
      whenOpen((window, open) -> open.addRow())),
  DUPLICATE_ROWS(
      at(Place.ROWS_CHANGE, "Duplicate rows", Feather.COPY),
      Refusal.NO_CELLS_TO_CHANGE,
      whenOpen((window, open) -> open.duplicateRows())),
  DELETE_ROWS(
      at(Place.ROWS_CHANGE, "Delete rows", Feather.TRASH_2),
      Refusal.NO_CELLS_TO_CHANGE,
      whenOpen((window, open) -> open.table().commands().deleteRows())),
  FILL_DOWN(
      at(Place.ROWS_FILL, "Fill down", Feather.ARROW_DOWN),
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().fillDown())),
  FILL_RIGHT(
      at(Place.ROWS_FILL, "Fill right", Feather.ARROW_RIGHT),
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().fillRight())),
  FILL_SERIES(
      at(Place.ROWS_FILL, "Fill series", Feather.TRENDING_UP),
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().fillSeries())),
  TODAY(
      at(Place.ROWS_FILL, "Today", Feather.CALENDAR),
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().today())),
  REFRESH(
      at(Place.ROWS_SHOWN, "Read the rows again", Feather.REFRESH_CW),
      Refusal.CLOSED_OR_BUSY,
      whenOpen((window, open) -> open.watch().refresh())),
  ALL_ROWS(
      at(Place.ROWS_SHOWN, "Show all rows", Feather.LIST),
      Refusal.CLOSED,
      inWindow(window -> window.viewModel().showAllRows())),
  ONLY_PENDING(
      at(Place.ROWS_SHOWN, "Only pending", Feather.EDIT),
      Refusal.NOTHING_PENDING,
      only(RowLimit.PENDING)),
  ONLY_PROBLEMS(
      at(Place.ROWS_SHOWN, "Only problems", Feather.ALERT_TRIANGLE),
      Refusal.NO_PROBLEMS,
      only(RowLimit.PROBLEMS)),
  ONLY_SELECTED(
      at(Place.ROWS_SHOWN, "Only selected", Feather.CHECK_SQUARE),
      Refusal.NOTHING_SELECTED,
      only(RowLimit.SELECTED)),

  SORT(
      at(Place.COLUMNS_ORDER, "Sort by this column", Feather.ARROW_UP),
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::sort)),
  SORT_ALSO(
      at(Place.COLUMNS_ORDER, "Add this column to the order", Feather.CHEVRONS_UP),
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::sortAlso)),
  FILTER_BY(
      at(Place.COLUMNS_ORDER, "Filter by this column…", Feather.FILTER),
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::filter)),
  STATISTICS(
      at(Place.COLUMNS_ORDER, "Statistics of this column…", Feather.BAR_CHART),
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::statistics)),
  FILTER(
      at(Place.COLUMNS_ORDER, "Filter…", Feather.FILTER),
      Refusal.CLOSED,
      inPane(EditorPane::filter)),
  FREEZE(
      at(Place.COLUMNS_PLACE, "Freeze up to this column, or let go", Feather.LOCK),
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::freeze)),
  HIDE(
      at(Place.COLUMNS_PLACE, "Hide this column", Feather.EYE_OFF),
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::hide)),
  FIT(
      at(Place.COLUMNS_PLACE, "Fit all columns", Feather.CODE),
      Refusal.CLOSED,
      onColumn(ColumnCommands::fitAll)),
  COLUMNS(
      at(Place.COLUMNS_PLACE, "Columns…", Feather.COLUMNS),
      Refusal.CLOSED,
      whenOpen((window, open) -> open.table().chooseColumns(window.pane().columnsButton()))),

  CHANGE_VALUES(
      at(Place.DATA_CHANGE, "Change values\u2026", Feather.SLIDERS),
      Refusal.READ_ONLY,
      whenOpen((window, open) -> open.bulk().open())),
  KEEP_HISTORY(
      at(Place.DATA_KEEP, "Keep history here…", Feather.CLOCK),
      Refusal.READ_ONLY.or(Refusal.BUSY).or(Refusal.HISTORY_KEPT),
      inWindow(EditorController::keepHistory)),

  COMMIT(
      at(Place.COMMIT_ALL, "Commit", Feather.UPLOAD_CLOUD),
      Refusal.NOTHING_TO_COMMIT,
      whenOpen(
          (window, open) -> open.commits().commit(window.care().safety(), window.questions()))),
  COMPARE_MODES(
      at(Place.COMMIT_ALL, "Compare modes", Feather.BAR_CHART_2),
      Refusal.NOTHING_TO_COMMIT,
      whenOpen((window, open) -> open.commits().compare())),
  STOP(
      at(Place.COMMIT_ALL, "Stop what is running", Feather.SQUARE),
      Refusal.IDLE,
      inWindow(window -> window.viewModel().progress().cancel())),
  NEXT_PROBLEM(
      at(Place.COMMIT_PROBLEMS, "Next problem", Feather.SKIP_FORWARD),
      Refusal.NO_PROBLEMS,
      inPane(EditorPane::nextProblem)),
  RESOLVE_CONFLICTS(
      at(Place.COMMIT_PROBLEMS, "Resolve conflicts…", Feather.GIT_MERGE),
      Refusal.NO_CONFLICTS.or(Refusal.BUSY),
      inWindow(EditorController::resolveConflicts)),
  SAVE_PROBLEM_ROWS(
      at(Place.COMMIT_PROBLEMS, "Save problem rows…", Feather.SAVE),
      Refusal.NO_PROBLEMS,
      inWindow(EditorController::saveProblemRows)),
  REVERT_ALL(
      at(Place.COMMIT_PROBLEMS, "Revert all changes", Feather.ROTATE_CCW),
      Refusal.NOTHING_PENDING,
      inWindow(EditorController::revertAll)),

  ALL_COMMANDS(
      at(Place.HELP_COMMANDS, "All commands…", Feather.COMMAND),
      Refusal.NEVER,
      inWindow(EditorController::showPalette)),
  SHORTCUTS(
      at(Place.HELP_COMMANDS, "Shortcuts", Feather.HASH),
      Refusal.NEVER,
      inPane(EditorPane::showShortcuts)),
  USER_GUIDE(
      at(Place.HELP_COMMANDS, "User guide", Feather.BOOK_OPEN),
      Refusal.NEVER,
      inPane(EditorPane::showGuide)),
  ABOUT(
      at(Place.HELP_ABOUT, "About Pallet", Feather.INFO),
      Refusal.NEVER,
      inPane(EditorPane::showAbout));

  private final Listing listing;
  private final Refusal refusal;
  private final CommandAction action;

  EditorCommand(Listing listing, Refusal refusal, CommandAction action) {
    this.listing = listing;
    this.refusal = refusal;
    this.action = action;
  }

  /** Whether the command can't be carried out now. */
  BooleanExpression disabled(EditorViewModel viewModel) {
    return refusal(viewModel).isNotEmpty();
  }

  /** Why the command can't be carried out now; an empty text if it can. */
  StringExpression refusal(EditorViewModel viewModel) {
    return refusal.in(viewModel);
  }

  /** Carries the command out: by the pane itself where it can, else by the actions. */
  void perform(EditorPane pane, EditorActions actions) {
    if (action instanceof CommandAction.OfPane(var part)) {
      part.accept(pane);
    } else {
      actions.perform(this);
    }
  }

  /** Carries the command out. */
  void perform(EditorController window) {
    action.perform(window);
  }

  /** Carries the command out on the text that is being typed; false if it is not about texts. */
  boolean edit(TextInputControl text) {
    switch (this) {
      case CUT -> text.cut();
      case COPY -> text.copy();
      case PASTE -> text.paste();
      case CLEAR -> text.replaceSelection("");
      case SELECT_ALL -> text.selectAll();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Whether the command's keys are meant for the table and for nothing else that has the focus. */
  boolean isForCells() {
    return action instanceof CommandAction.OfCells;
  }

  /** Where the command stands in the menus. */
  Place place() {
    return listing.place();
  }

  /** The command as a button or menu says it. */
  String label() {
    return listing.label();
  }

  /** The id of its button. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Ikon icon() {
    return listing.icon();
  }

  /** Its keys, the ones to be told first; none if it has none. */
  List<KeyCombination> keys() {
    return Arrays.stream(Shortcut.values())
        .filter(shortcut -> shortcut.name().equals(name()))
        .flatMap(shortcut -> shortcut.keys().stream())
        .toList();
  }
}
