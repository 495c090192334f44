package app.pallet.ui;

import static app.pallet.ui.CommandAction.inPane;
import static app.pallet.ui.CommandAction.inRows;
import static app.pallet.ui.CommandAction.inWindow;
import static app.pallet.ui.CommandAction.onCells;
import static app.pallet.ui.CommandAction.onColumn;
import static app.pallet.ui.CommandAction.only;
import static app.pallet.ui.CommandAction.wearing;
import static app.pallet.ui.CommandAction.whenOpen;

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
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
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
      Place.FILE_OPEN,
      "New catalogue…",
      Feather.FILE_PLUS,
      Refusal.BUSY,
      inWindow(EditorController::newCatalogue)),
  OPEN_CATALOGUE(
      Place.FILE_OPEN,
      "Open…",
      Feather.FOLDER,
      Refusal.BUSY,
      inWindow(EditorController::openCatalogue)),
  ANOTHER_TABLE(
      Place.FILE_OPEN,
      "Another table of this file…",
      Feather.LAYERS,
      Refusal.ONE_TABLE.or(Refusal.BUSY),
      whenOpen((window, open) -> window.openAnotherTable(open))),
  IMPORT(
      Place.FILE_EXCHANGE,
      "Import…",
      Feather.DOWNLOAD,
      Refusal.READ_ONLY.or(Refusal.BUSY),
      whenOpen((window, open) -> window.imports().chooseFile(open.editedWorkspace()))),
  EXPORT(
      Place.FILE_EXCHANGE,
      "Export…",
      Feather.SHARE,
      Refusal.CLOSED_OR_BUSY,
      whenOpen((window, open) -> open.exportRows())),
  RESTORE_BACKUP(
      Place.FILE_CARE,
      "Restore a backup…",
      Feather.ARCHIVE,
      Refusal.CLOSED_OR_BUSY,
      whenOpen((window, open) -> window.care().showBackups(open.workspace().database().file()))),
  SETTINGS(
      Place.FILE_CARE,
      "Settings…",
      Feather.SETTINGS,
      Refusal.NEVER,
      inWindow(window -> window.care().showSettings())),
  CLOSE(Place.FILE_END, "Close", Feather.X, Refusal.CLOSED, inWindow(EditorController::closeShown)),
  QUIT(Place.FILE_END, "Quit", Feather.POWER, Refusal.NEVER, inPane(EditorPane::askToQuit)),

  UNDO(
      Place.EDIT_STEPS,
      "Undo",
      Feather.CORNER_UP_LEFT,
      Refusal.NOTHING_TO_UNDO,
      whenOpen((window, open) -> open.undo())),
  REDO(
      Place.EDIT_STEPS,
      "Redo",
      Feather.CORNER_UP_RIGHT,
      Refusal.NOTHING_TO_REDO,
      whenOpen((window, open) -> open.redo())),
  EDIT(
      Place.EDIT_CELLS,
      "Edit the cell",
      Feather.EDIT_2,
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(ProductTable::editCell)),
  CUT(
      Place.EDIT_CELLS,
      "Cut",
      Feather.SCISSORS,
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().cut())),
  COPY(
      Place.EDIT_CELLS,
      "Copy",
      Feather.COPY,
      Refusal.NOTHING_SELECTED,
      onCells(table -> table.commands().copy())),
  COPY_WITH_HEADINGS(
      Place.EDIT_CELLS,
      "Copy with headings",
      Feather.COPY,
      Refusal.NOTHING_SELECTED,
      onCells(table -> table.commands().copyWithHeadings())),
  PASTE(
      Place.EDIT_CELLS,
      "Paste",
      Feather.CLIPBOARD,
      Refusal.READ_ONLY,
      onCells(ProductTable::paste)),
  PASTE_WITH_OPTIONS(
      Place.EDIT_CELLS,
      "Paste with options…",
      Feather.CLIPBOARD,
      Refusal.READ_ONLY.or(Refusal.BUSY),
      whenOpen((window, open) -> window.imports().clipboard(open.editedWorkspace()))),
  CLEAR(
      Place.EDIT_CELLS,
      "Clear cells",
      Feather.DELETE,
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().clear())),
  REVERT(
      Place.EDIT_CELLS,
      "Revert cells",
      Feather.ROTATE_CCW,
      Refusal.NO_CELLS_TO_CHANGE.or(Refusal.NOTHING_PENDING),
      onCells(table -> table.commands().revert())),
  FIND(Place.EDIT_FIND, "Search rows", Feather.SEARCH, Refusal.CLOSED, inPane(EditorPane::search)),
  GO_TO_ROW(
      Place.EDIT_FIND,
      "Go to row…",
      Feather.CROSSHAIR,
      Refusal.CLOSED,
      inPane(pane -> pane.goTo().open())),
  SELECT_ALL(
      Place.EDIT_SELECT,
      "Select all",
      Feather.MAXIMIZE,
      Refusal.CLOSED,
      onCells(ProductTable::selectAll)),
  SELECT_COLUMNS(
      Place.EDIT_SELECT,
      "Select column",
      Feather.COLUMNS,
      Refusal.NOTHING_SELECTED,
      onCells(table -> table.widen(Span.COLUMNS))),
  SELECT_ROWS(
      Place.EDIT_SELECT,
      "Select row",
      Feather.MINUS,
      Refusal.NOTHING_SELECTED,
      onCells(table -> table.widen(Span.ROWS))),

  CHANGES(
      Place.VIEW_PANELS,
      "Changes",
      Feather.EDIT_3,
      Refusal.CLOSED,
      inPane(pane -> pane.togglePanel("changes"))),
  PROBLEMS(
      Place.VIEW_PANELS,
      "Problems",
      Feather.ALERT_TRIANGLE,
      Refusal.CLOSED,
      inPane(pane -> pane.togglePanel("problems"))),
  VALUES(
      Place.VIEW_PANELS,
      "Values",
      Feather.PIE_CHART,
      Refusal.CLOSED,
      inPane(pane -> pane.togglePanel("facets"))),
  HISTORY(
      Place.VIEW_PANELS,
      "History…",
      Feather.CLOCK,
      Refusal.CLOSED_OR_BUSY.or(Refusal.NO_HISTORY),
      whenOpen((window, open) -> open.showHistory())),
  SPEED_AND_LOG(
      Place.VIEW_PANELS,
      "Speed and log",
      Feather.TERMINAL,
      Refusal.CLOSED,
      inPane(EditorPane::toggleDrawer)),
  COMPACT_ROWS(
      Place.VIEW_HEIGHTS, "Compact rows", Feather.MENU, Refusal.CLOSED, inRows(RowHeight.COMPACT)),
  NORMAL_ROWS(
      Place.VIEW_HEIGHTS, "Normal rows", Feather.MENU, Refusal.CLOSED, inRows(RowHeight.NORMAL)),
  TALL_ROWS(Place.VIEW_HEIGHTS, "Tall rows", Feather.MENU, Refusal.CLOSED, inRows(RowHeight.TALL)),
  THEME_LIGHT(
      Place.VIEW_THEME, "Light theme", Feather.SUN, Refusal.NEVER, wearing(ThemeChoice.LIGHT)),
  THEME_DARK(
      Place.VIEW_THEME, "Dark theme", Feather.MOON, Refusal.NEVER, wearing(ThemeChoice.DARK)),
  THEME_OF_SYSTEM(
      Place.VIEW_THEME,
      "Theme as the system",
      Feather.MONITOR,
      Refusal.NEVER,
      wearing(ThemeChoice.SYSTEM)),
  NEXT_PANE(
      Place.VIEW_WINDOW,
      "Next pane",
      Feather.CHEVRON_RIGHT,
      Refusal.NEVER,
      inPane(pane -> pane.goRound(1))),
  PREVIOUS_PANE(
      Place.VIEW_WINDOW,
      "Previous pane",
      Feather.CHEVRON_LEFT,
      Refusal.NEVER,
      inPane(pane -> pane.goRound(-1))),
  FULL_SCREEN(
      Place.VIEW_WINDOW,
      "Full screen",
      Feather.MAXIMIZE_2,
      Refusal.NEVER,
      inPane(EditorPane::toggleFullScreen)),

  ADD_ROW(
      Place.ROWS_CHANGE,
      "Add row",
      Feather.PLUS,
      Refusal.READ_ONLY,
      whenOpen((window, open) -> open.addRow())),
  DUPLICATE_ROWS(
      Place.ROWS_CHANGE,
      "Duplicate rows",
      Feather.COPY,
      Refusal.NO_CELLS_TO_CHANGE,
      whenOpen((window, open) -> open.duplicateRows())),
  DELETE_ROWS(
      Place.ROWS_CHANGE,
      "Delete rows",
      Feather.TRASH_2,
      Refusal.NO_CELLS_TO_CHANGE,
      whenOpen((window, open) -> open.table().commands().deleteRows())),
  FILL_DOWN(
      Place.ROWS_FILL,
      "Fill down",
      Feather.ARROW_DOWN,
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().fillDown())),
  FILL_RIGHT(
      Place.ROWS_FILL,
      "Fill right",
      Feather.ARROW_RIGHT,
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().fillRight())),
  FILL_SERIES(
      Place.ROWS_FILL,
      "Fill series",
      Feather.TRENDING_UP,
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().fillSeries())),
  TODAY(
      Place.ROWS_FILL,
      "Today",
      Feather.CALENDAR,
      Refusal.NO_CELLS_TO_CHANGE,
      onCells(table -> table.commands().today())),
  ALL_ROWS(
      Place.ROWS_SHOWN,
      "Show all rows",
      Feather.LIST,
      Refusal.CLOSED,
      inWindow(window -> window.viewModel().showAllRows())),
  ONLY_PENDING(
      Place.ROWS_SHOWN,
      "Only pending",
      Feather.EDIT,
      Refusal.NOTHING_PENDING,
      only(RowLimit.PENDING)),
  ONLY_PROBLEMS(
      Place.ROWS_SHOWN,
      "Only problems",
      Feather.ALERT_TRIANGLE,
      Refusal.NO_PROBLEMS,
      only(RowLimit.PROBLEMS)),
  ONLY_SELECTED(
      Place.ROWS_SHOWN,
      "Only selected",
      Feather.CHECK_SQUARE,
      Refusal.NOTHING_SELECTED,
      only(RowLimit.SELECTED)),

  SORT(
      Place.COLUMNS_ORDER,
      "Sort by this column",
      Feather.ARROW_UP,
      Refusal.NOTHING_SELECTED,
      onCells(table ->
          table.columnCommands().ifPresent(column -> column.sort(table.sortProperty().get())))),
  SORT_ALSO(
      Place.COLUMNS_ORDER,
      "Add this column to the order",
      Feather.CHEVRONS_UP,
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::sortAlso)),
  FILTER_BY(
      Place.COLUMNS_ORDER,
      "Filter by this column…",
      Feather.FILTER,
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::filter)),
  STATISTICS(
      Place.COLUMNS_ORDER,
      "Statistics of this column…",
      Feather.BAR_CHART,
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::statistics)),
  FILTER(
      Place.COLUMNS_ORDER, "Filter…", Feather.FILTER, Refusal.CLOSED, inPane(EditorPane::filter)),
  FREEZE(
      Place.COLUMNS_PLACE,
      "Freeze up to this column, or let go",
      Feather.LOCK,
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::freeze)),
  HIDE(
      Place.COLUMNS_PLACE,
      "Hide this column",
      Feather.EYE_OFF,
      Refusal.NOTHING_SELECTED,
      onColumn(ColumnCommands::hide)),
  FIT(
      Place.COLUMNS_PLACE,
      "Fit all columns",
      Feather.CODE,
      Refusal.CLOSED,
      onColumn(ColumnCommands::fitAll)),
  COLUMNS(
      Place.COLUMNS_PLACE,
      "Columns…",
      Feather.COLUMNS,
      Refusal.CLOSED,
      whenOpen((window, open) -> open.table().chooseColumns(window.pane().columnsButton()))),

  CHANGE_VALUES(
      Place.DATA_CHANGE,
      "Change values\u2026",
      Feather.SLIDERS,
      Refusal.READ_ONLY,
      whenOpen((window, open) -> open.bulk().open())),
  KEEP_HISTORY(
      Place.DATA_KEEP,
      "Keep history here…",
      Feather.CLOCK,
      Refusal.READ_ONLY.or(Refusal.BUSY).or(Refusal.HISTORY_KEPT),
      inWindow(EditorController::keepHistory)),

  COMMIT(
      Place.COMMIT_ALL,
      "Commit",
      Feather.UPLOAD_CLOUD,
      Refusal.NOTHING_TO_COMMIT,
      whenOpen(
          (window, open) -> open.commits().commit(window.care().safety(), window.questions()))),
  COMPARE_MODES(
      Place.COMMIT_ALL,
      "Compare modes",
      Feather.BAR_CHART_2,
      Refusal.NOTHING_TO_COMMIT,
      whenOpen((window, open) -> open.commits().compare())),
  STOP(
      Place.COMMIT_ALL,
      "Stop what is running",
      Feather.SQUARE,
      Refusal.IDLE,
      inWindow(window -> window.viewModel().progress().cancel())),
  NEXT_PROBLEM(
      Place.COMMIT_PROBLEMS,
      "Next problem",
      Feather.SKIP_FORWARD,
      Refusal.NO_PROBLEMS,
      inPane(EditorPane::nextProblem)),
  RESOLVE_CONFLICTS(
      Place.COMMIT_PROBLEMS,
      "Resolve conflicts…",
      Feather.GIT_MERGE,
      Refusal.NO_CONFLICTS.or(Refusal.BUSY),
      inWindow(EditorController::resolveConflicts)),
  SAVE_PROBLEM_ROWS(
      Place.COMMIT_PROBLEMS,
      "Save problem rows…",
      Feather.SAVE,
      Refusal.NO_PROBLEMS,
      inWindow(EditorController::saveProblemRows)),
  REVERT_ALL(
      Place.COMMIT_PROBLEMS,
      "Revert all changes",
      Feather.ROTATE_CCW,
      Refusal.NOTHING_PENDING,
      inWindow(EditorController::revertAll)),

  ALL_COMMANDS(
      Place.HELP_COMMANDS,
      "All commands…",
      Feather.COMMAND,
      Refusal.NEVER,
      inWindow(EditorController::showPalette)),
  SHORTCUTS(
      Place.HELP_COMMANDS,
      "Shortcuts",
      Feather.HASH,
      Refusal.NEVER,
      inPane(EditorPane::showShortcuts)),
  USER_GUIDE(
      Place.HELP_COMMANDS,
      "User guide",
      Feather.BOOK_OPEN,
      Refusal.NEVER,
      inPane(EditorPane::showGuide)),
  ABOUT(
      Place.HELP_ABOUT,
      "About Pallet",
      Feather.INFO,
      Refusal.NEVER,
      inWindow(EditorController::showAbout));

  private final Place place;
  private final String label;
  private final Feather icon;
  private final Refusal refusal;
  private final CommandAction action;

  EditorCommand(Place place, String label, Feather icon, Refusal refusal, CommandAction action) {
    this.place = place;
    this.label = label;
    this.icon = icon;
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

  /** Whether the command's keys are meant for the table and for nothing else that has the focus. */
  boolean isForCells() {
    return action instanceof CommandAction.OfCells;
  }

  /** Where the command stands in the menus. */
  Place place() {
    return place;
  }

  /** The command as a button or menu says it. */
  String label() {
    return label;
  }

  /** The id of its button. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Ikon icon() {
    return icon;
  }

  /** Its keys, the ones to be told first; none if it has none. */
  List<KeyCombination> keys() {
    return Arrays.stream(Shortcut.values())
        .filter(shortcut -> shortcut.name().equals(name()))
        .flatMap(shortcut -> shortcut.keys().stream())
        .toList();
  }

  /** A text followed by the command's keys, for a tooltip. */
  String withKeys(String text) {
    return keys().isEmpty()
        ? text
        : text
            + keys().stream()
                .map(KeyCombination::getDisplayText)
                .collect(Collectors.joining(" or ", " (", ")"));
  }
}
