package app.pallet.ui;

import app.pallet.engine.discovery.TableAccount;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.table.columns.RowHeight;
import app.pallet.ui.window.EditorViewModel;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * The commands of the window. Everything about a command is described here: its name, its keys,
 * when it is possible and what it does. Buttons, menus and keys are made from it.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing that changes
public enum EditorCommand {
  NEW_CATALOGUE(
      "New catalogue…",
      Feather.FILE_PLUS,
      Shortcut.NEW_CATALOGUE,
      Possible.WHEN_NOTHING_RUNS,
      EditorController::newCatalogue),
  OPEN_CATALOGUE(
      "Open…",
      Feather.FOLDER,
      Shortcut.OPEN_CATALOGUE,
      Possible.WHEN_NOTHING_RUNS,
      EditorController::openCatalogue),
  ANOTHER_TABLE(
      "Another table of this file…",
      Feather.LAYERS,
      Shortcut.ANOTHER_TABLE,
      Possible.TABLE_WHEN_NOTHING_RUNS,
      withCatalogue((window, open) -> window.openAnotherTable(open))),
  RESTORE_BACKUP(
      "Restore a backup…",
      Feather.ARCHIVE,
      Shortcut.RESTORE_BACKUP,
      Possible.OPEN_WHEN_NOTHING_RUNS,
      withCatalogue(
          (window, open) -> window.care().showBackups(open.workspace().database().file()))),
  SETTINGS(
      "Settings…",
      Feather.SETTINGS,
      Shortcut.SETTINGS,
      Possible.ALWAYS,
      window -> window.care().showSettings()),
  IMPORT(
      "Import…",
      Feather.DOWNLOAD,
      Shortcut.IMPORT,
      Possible.OPEN_WHEN_NOTHING_RUNS,
      withCatalogue((window, open) -> window.imports().chooseFile(open.editedWorkspace()))),
  PASTE_WITH_OPTIONS(
      "Paste with options…",
      Feather.CLIPBOARD,
      Shortcut.PASTE_WITH_OPTIONS,
      Possible.OPEN_WHEN_NOTHING_RUNS,
      withCatalogue((window, open) -> window.imports().clipboard(open.editedWorkspace()))),
  EXPORT(
      "Export…",
      Feather.SHARE,
      Shortcut.EXPORT,
      Possible.OPEN_WHEN_NOTHING_RUNS,
      withCatalogue((window, open) -> open.exportRows())),
  HISTORY(
      "History…",
      Feather.CLOCK,
      Shortcut.HISTORY,
      Possible.OPEN_WHEN_NOTHING_RUNS,
      withCatalogue((window, open) -> open.showHistory())),
  GO_TO_ROW(
      "Go to row…",
      Feather.CROSSHAIR,
      Shortcut.GO_TO_ROW,
      Possible.WHEN_OPEN,
      withCatalogue((window, open) -> window.pane().goTo().open())),
  COLUMNS(
      "Columns…",
      Feather.COLUMNS,
      Shortcut.COLUMNS,
      Possible.WHEN_OPEN,
      withCatalogue((window, open) -> open.table().chooseColumns(window.pane().columnsButton()))),
  COMPACT_ROWS("Compact rows", Feather.MENU, Shortcut.COMPACT_ROWS, RowHeight.COMPACT),
  NORMAL_ROWS("Normal rows", Feather.MENU, Shortcut.NORMAL_ROWS, RowHeight.NORMAL),
  TALL_ROWS("Tall rows", Feather.MENU, Shortcut.TALL_ROWS, RowHeight.TALL),
  ADD_ROW(
      "Add row",
      Feather.PLUS,
      Shortcut.ADD_ROW,
      Possible.WHEN_OPEN,
      withCatalogue((window, open) -> open.addRow())),
  DUPLICATE_ROWS(
      "Duplicate rows",
      Feather.COPY,
      Shortcut.DUPLICATE_ROWS,
      Possible.WITH_SELECTED_ROWS,
      withCatalogue((window, open) -> open.duplicateRows())),
  DELETE_ROWS(
      "Delete rows",
      Feather.TRASH_2,
      Shortcut.DELETE_ROWS,
      Possible.WITH_SELECTED_ROWS,
      withCatalogue((window, open) -> open.table().deleteRows())),
  UNDO(
      "Undo",
      Feather.CORNER_UP_LEFT,
      Shortcut.UNDO,
      viewModel -> viewModel.undoLabelProperty().isEmpty().not(),
      withCatalogue((window, open) -> open.undo())),
  REDO(
      "Redo",
      Feather.CORNER_UP_RIGHT,
      Shortcut.REDO,
      viewModel -> viewModel.redoLabelProperty().isEmpty().not(),
      withCatalogue((window, open) -> open.redo())),
  COMMIT(
      "Commit",
      Feather.UPLOAD_CLOUD,
      Shortcut.COMMIT,
      Possible.WITH_CHANGES,
      withCatalogue(
          (window, open) -> open.commits().commit(window.care().safety(), window.questions()))),
  COMPARE_MODES(
      "Compare modes",
      Feather.BAR_CHART_2,
      Shortcut.COMPARE_MODES,
      Possible.WITH_CHANGES,
      withCatalogue((window, open) -> open.commits().compare()));

  /** When a command is possible. */
  @FunctionalInterface
  private interface Possible {

    Possible ALWAYS = viewModel -> new SimpleBooleanProperty(true);
    Possible WHEN_OPEN = viewModel -> viewModel.catalogueProperty().isEmpty().not();
    Possible WHEN_NOTHING_RUNS = viewModel -> viewModel.progress().runningProperty().not();
    Possible OPEN_WHEN_NOTHING_RUNS =
        viewModel -> WHEN_OPEN.in(viewModel).and(WHEN_NOTHING_RUNS.in(viewModel));
    Possible TABLE_WHEN_NOTHING_RUNS =
        viewModel ->
            Bindings.createBooleanBinding(
                    () -> viewModel.foundProperty().get().isPresent(), viewModel.foundProperty())
                .and(WHEN_NOTHING_RUNS.in(viewModel));
    Possible WITH_SELECTED_ROWS =
        viewModel -> WHEN_OPEN.in(viewModel).and(viewModel.rowsSelectedProperty());
    Possible WITH_CHANGES =
        viewModel -> WHEN_OPEN.in(viewModel).and(viewModel.commit().blockedProperty().not());

    BooleanExpression in(EditorViewModel viewModel);
  }

  private final String label;
  private final Feather icon;
  private final Shortcut shortcut;
  private final Possible possible;
  private final Consumer<EditorController> action;

  EditorCommand(
      String label,
      Feather icon,
      Shortcut shortcut,
      Possible possible,
      Consumer<EditorController> action) {
    this.label = label;
    this.icon = icon;
    this.shortcut = shortcut;
    this.possible = possible;
    this.action = action;
  }

  /** A command that makes the rows of the open catalogue so high. */
  EditorCommand(String label, Feather icon, Shortcut shortcut, RowHeight height) {
    this(
        label,
        icon,
        shortcut,
        Possible.WHEN_OPEN,
        withCatalogue((window, open) -> open.table().rowHeightProperty().set(height)));
  }

  /** An action on the open catalogue; it does nothing if none is open. */
  private static Consumer<EditorController> withCatalogue(
      BiConsumer<EditorController, EditorSession> action) {
    return window -> window.session().ifPresent(open -> action.accept(window, open));
  }

  /** Whether the command can't be carried out now. */
  BooleanExpression disabled(EditorViewModel viewModel) {
    return possible.in(viewModel).not().or(refusal(viewModel).isNotEmpty());
  }

  /** Why the command is not for what is open; an empty text if it is. */
  StringExpression refusal(EditorViewModel viewModel) {
    return switch (this) {
      case IMPORT,
          PASTE_WITH_OPTIONS,
          ADD_ROW,
          DUPLICATE_ROWS,
          DELETE_ROWS,
          COMMIT,
          COMPARE_MODES ->
          viewModel.readOnlyProperty();
      case HISTORY ->
          Bindings.createStringBinding(
              () -> viewModel.foundProperty().get().flatMap(TableAccount::noHistory).orElse(""),
              viewModel.foundProperty());
      default -> new SimpleStringProperty("");
    };
  }

  /** Carries the command out. */
  void perform(EditorController window) {
    action.accept(window);
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

  List<KeyCombination> keys() {
    return shortcut.keys();
  }

  /** A text followed by the command's keys, for a tooltip. */
  String withKeys(String text) {
    return text
        + keys().stream()
            .map(KeyCombination::getDisplayText)
            .collect(Collectors.joining(" or ", " (", ")"));
  }
}
