package app.pallet.ui.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/**
 * Every key combination of the window and of its table, and what it stands for. A combination is
 * meant with exactly its modifiers: with one more it is another one. None has Ctrl and Alt with a
 * letter, which is AltGr on Windows and writes another one. On macOS, where Alt with a digit writes
 * a sign, the panels have Cmd instead.
 */
public enum Shortcut {
  NEW_CATALOGUE("Shortcut+Shift+N"),
  OPEN_CATALOGUE("Shortcut+O"),
  ANOTHER_TABLE("Shortcut+T"),
  RESTORE_BACKUP("Shortcut+Shift+B"),
  SETTINGS("Shortcut+COMMA"),
  IMPORT("Shortcut+I"),
  PASTE_WITH_OPTIONS("Shortcut+Shift+V"),
  EXPORT("Shortcut+E"),
  GO_TO_ROW("Shortcut+G"),
  COLUMNS("Shortcut+Shift+L"),
  ADD_ROW("Shortcut+N"),
  DUPLICATE_ROWS("Shortcut+Shift+D"),
  DELETE_ROWS("Shortcut+MINUS Shortcut+SUBTRACT"),
  UNDO("Shortcut+Z"),
  REDO("Shortcut+Y Shortcut+Shift+Z"),
  COMMIT("Shortcut+S"),
  COMPARE_MODES("F9"),
  CHANGE_VALUES("Shortcut+Shift+E"),
  /** In the table, while a change of values is previewed. */
  LEAVE_OUT("Shortcut+BACK_SPACE"),
  FIND("Shortcut+F"),
  /** Cmd+H hides the program on macOS. */
  REPLACE("Shortcut+Shift+H " + (isMac() ? "Shortcut+Alt+F" : "Shortcut+H")),
  /** In the bar of find and replace, as those of {@link #REPLACE_ALL}. */
  REPLACE_ONE("Alt+ENTER"),
  REPLACE_ALL("Shortcut+Alt+ENTER"),
  SEARCH("Shortcut+L"),
  NEXT_HIT("F3"),
  PREVIOUS_HIT("Shift+F3"),
  REFRESH("F5"),
  FILTER("Shortcut+Shift+F"),
  CHANGES("Panel+DIGIT1"),
  PROBLEMS("Panel+DIGIT2"),
  VALUES("Panel+DIGIT3"),
  HISTORY("Panel+DIGIT4"),
  RECIPES("Panel+DIGIT5"),
  SPEED_AND_LOG("Shortcut+J"),
  FULL_SCREEN("F11"),
  SORT("Alt+UP"),
  COLUMN_MENU("Alt+DOWN"),
  EDIT_IN_BAR("Shortcut+F2"),
  WHOLE_VALUE("Shortcut+U"),
  SORT_ALSO("Alt+Shift+UP"),
  NEXT_PANE("F6"),
  PREVIOUS_PANE("Shift+F6"),
  NEXT_PROBLEM("F8"),
  COMPACT_ROWS("Alt+Shift+DIGIT1"),
  NORMAL_ROWS("Alt+Shift+DIGIT2"),
  TALL_ROWS("Alt+Shift+DIGIT3"),
  CLOSE("Shortcut+W"),
  QUIT("Shortcut+Q"),
  ALL_COMMANDS("Shortcut+K"),
  SHORTCUTS("Shift+F1"),
  USER_GUIDE("F1"),

  UP("UP KP_UP Shift+UP Shift+KP_UP"),
  DOWN("DOWN KP_DOWN Shift+DOWN Shift+KP_DOWN"),
  LEFT("LEFT KP_LEFT Shift+LEFT Shift+KP_LEFT"),
  RIGHT("RIGHT KP_RIGHT Shift+RIGHT Shift+KP_RIGHT"),
  PAGE_UP("PAGE_UP Shift+PAGE_UP"),
  PAGE_DOWN("PAGE_DOWN Shift+PAGE_DOWN"),
  PAGE_LEFT("Alt+PAGE_UP Alt+Shift+PAGE_UP"),
  PAGE_RIGHT("Alt+PAGE_DOWN Alt+Shift+PAGE_DOWN"),
  ROW_START("HOME Shift+HOME"),
  ROW_END("END Shift+END"),
  EDGE_LEFT("Shortcut+LEFT Shortcut+KP_LEFT Shortcut+Shift+LEFT Shortcut+Shift+KP_LEFT"),
  EDGE_RIGHT("Shortcut+RIGHT Shortcut+KP_RIGHT Shortcut+Shift+RIGHT Shortcut+Shift+KP_RIGHT"),
  EDGE_UP("Shortcut+UP Shortcut+KP_UP Shortcut+Shift+UP Shortcut+Shift+KP_UP"),
  EDGE_DOWN("Shortcut+DOWN Shortcut+KP_DOWN Shortcut+Shift+DOWN Shortcut+Shift+KP_DOWN"),
  FIRST_CELL("Shortcut+HOME Shortcut+Shift+HOME"),
  LAST_CELL("Shortcut+END Shortcut+Shift+END"),
  NEXT_ROW("ENTER"),
  PREVIOUS_ROW("Shift+ENTER"),
  NEXT_CELL("TAB"),
  PREVIOUS_CELL("Shift+TAB"),
  SELECT_ALL("Shortcut+A"),
  SELECT_ROWS("Shift+SPACE"),
  SELECT_COLUMNS("Shortcut+SPACE"),
  LEAVE_SELECTION("ESCAPE"),
  TICK("SPACE"),
  EDIT("F2"),
  CLEAR("DELETE BACK_SPACE"),
  COPY("Shortcut+C Shortcut+INSERT"),
  COPY_WITH_HEADINGS("Shortcut+Shift+C"),
  CUT("Shortcut+X"),
  PASTE("Shortcut+V"),
  FILL_DOWN("Shortcut+D"),
  FILL_RIGHT("Shortcut+R"),
  FILL_SERIES("Shortcut+Shift+R"),
  /** Today, or now where there is a time. A German keyboard has ; above the comma. */
  TODAY("Shortcut+SEMICOLON Shortcut+Shift+SEMICOLON Shortcut+Shift+COMMA"),
  /** In an open editor only. */
  FILL_SELECTION("Shortcut+ENTER"),
  MENU("CONTEXT_MENU Shift+F10");

  private final String keys;

  Shortcut(String keys) {
    this.keys = keys;
  }

  /** Whether this is macOS, where Alt writes signs; elsewhere it is for commands only. */
  public static boolean isMac() {
    return System.getProperty("os.name").startsWith("Mac");
  }

  private static KeyCombination combination(String text) {
    String[] parts = text.split("\\+", -1);
    Modifier[] modifiers =
        Arrays.stream(parts, 0, parts.length - 1).map(Shortcut::modifier).toArray(Modifier[]::new);
    return new KeyCodeCombination(KeyCode.valueOf(parts[parts.length - 1]), modifiers);
  }

  private static Modifier modifier(String name) {
    return switch (name) {
      case "Shift" -> KeyCombination.SHIFT_DOWN;
      case "Alt" -> KeyCombination.ALT_DOWN;
      case "Panel" -> isMac() ? KeyCombination.SHORTCUT_DOWN : KeyCombination.ALT_DOWN;
      default -> KeyCombination.SHORTCUT_DOWN;
    };
  }

  /** What a key that was pressed stands for, if for anything. */
  public static Optional<Shortcut> of(KeyEvent pressed) {
    return Arrays.stream(values()).filter(each -> each.matches(pressed)).findFirst();
  }

  /** Whether a key that was pressed stands for this. */
  public boolean matches(KeyEvent pressed) {
    return keys().stream().anyMatch(key -> key.match(pressed));
  }

  /** The combinations, the one to be told first. */
  public List<KeyCombination> keys() {
    return Stream.of(keys.split(" ", -1)).map(Shortcut::combination).toList();
  }
}
