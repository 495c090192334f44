package app.pallet.ui;

import app.pallet.ui.keys.Shortcut;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What the user can tell the editor to do: described once for buttons, menus and keys. */
public enum EditorCommand {
  NEW_CATALOGUE("New catalogue…", Feather.FILE_PLUS, Shortcut.NEW_CATALOGUE),
  OPEN_CATALOGUE("Open catalogue…", Feather.FOLDER, Shortcut.OPEN_CATALOGUE),
  RESTORE_BACKUP("Restore a backup…", Feather.ARCHIVE, Shortcut.RESTORE_BACKUP),
  SETTINGS("Settings…", Feather.SETTINGS, Shortcut.SETTINGS),
  IMPORT("Import…", Feather.DOWNLOAD, Shortcut.IMPORT),
  PASTE_WITH_OPTIONS("Paste with options…", Feather.CLIPBOARD, Shortcut.PASTE_WITH_OPTIONS),
  EXPORT("Export…", Feather.SHARE, Shortcut.EXPORT),
  HISTORY("History…", Feather.CLOCK, Shortcut.HISTORY),
  GO_TO_ROW("Go to row…", Feather.CROSSHAIR, Shortcut.GO_TO_ROW),
  COLUMNS("Columns…", Feather.COLUMNS, Shortcut.COLUMNS),
  ADD_ROW("Add row", Feather.PLUS, Shortcut.ADD_ROW),
  DUPLICATE_ROWS("Duplicate rows", Feather.COPY, Shortcut.DUPLICATE_ROWS),
  DELETE_ROWS("Delete rows", Feather.TRASH_2, Shortcut.DELETE_ROWS),
  UNDO("Undo", Feather.CORNER_UP_LEFT, Shortcut.UNDO),
  REDO("Redo", Feather.CORNER_UP_RIGHT, Shortcut.REDO),
  COMMIT("Commit", Feather.UPLOAD_CLOUD, Shortcut.COMMIT),
  COMPARE_MODES("Compare modes", Feather.BAR_CHART_2, Shortcut.COMPARE_MODES);

  private final String label;
  private final Feather icon;
  private final Shortcut shortcut;

  EditorCommand(String label, Feather icon, Shortcut shortcut) {
    this.label = label;
    this.icon = icon;
    this.shortcut = shortcut;
  }

  /** The command as a button or menu says it. */
  public String label() {
    return label;
  }

  /** The id of its button. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Ikon icon() {
    return icon;
  }

  List<KeyCombination> keys() {
    return shortcut.keys();
  }

  /** A text with the command's keys behind it, for a tooltip. */
  String withKeys(String text) {
    return text
        + keys().stream()
            .map(KeyCombination::getDisplayText)
            .collect(Collectors.joining(" or ", " (", ")"));
  }
}
