package app.pallet.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What the user can tell the editor to do: described once for buttons, menus and keys. */
public enum EditorCommand {
  NEW_CATALOGUE("New catalogue…", Feather.FILE_PLUS, "Shortcut+Shift+N"),
  OPEN_CATALOGUE("Open catalogue…", Feather.FOLDER, "Shortcut+O"),
  RESTORE_BACKUP("Restore a backup…", Feather.ARCHIVE, "Shortcut+Shift+B"),
  SETTINGS("Settings…", Feather.SETTINGS, "Shortcut+Comma"),
  IMPORT("Import…", Feather.DOWNLOAD, "Shortcut+I"),
  PASTE_WITH_OPTIONS("Paste with options…", Feather.CLIPBOARD, "Shortcut+Shift+V"),
  EXPORT("Export…", Feather.SHARE, "Shortcut+E"),
  HISTORY("History…", Feather.CLOCK, "Shortcut+H"),
  GO_TO_ROW("Go to row…", Feather.CROSSHAIR, "Shortcut+G"),
  COLUMNS("Columns…", Feather.COLUMNS, "Shortcut+Shift+L"),
  ADD_ROW("Add row", Feather.PLUS, "Shortcut+N"),
  DUPLICATE_ROWS("Duplicate rows", Feather.COPY, "Shortcut+Shift+D"),
  DELETE_ROWS("Delete rows", Feather.TRASH_2, "Shortcut+Minus"),
  UNDO("Undo", Feather.CORNER_UP_LEFT, "Shortcut+Z"),
  REDO("Redo", Feather.CORNER_UP_RIGHT, "Shortcut+Y Shortcut+Shift+Z"),
  COMMIT("Commit", Feather.UPLOAD_CLOUD, "Shortcut+S Shortcut+Enter"),
  COMPARE_MODES("Compare modes", Feather.BAR_CHART_2, "F9");

  private final String label;
  private final Feather icon;
  private final String keys;

  EditorCommand(String label, Feather icon, String keys) {
    this.label = label;
    this.icon = icon;
    this.keys = keys;
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
    return Stream.of(keys.split(" ", -1)).map(KeyCombination::keyCombination).toList();
  }

  /** A text with the command's keys behind it, for a tooltip. */
  String withKeys(String text) {
    return text
        + keys().stream()
            .map(KeyCombination::getDisplayText)
            .collect(Collectors.joining(" or ", " (", ")"));
  }
}
