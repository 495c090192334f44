package app.pallet.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The user guide and the list of keys say the same, and every key is meant exactly. */
final class ShortcutTest {

  /** What each combination stands for that the guide names for the window and its table. */
  private static final Map<String, Shortcut> DOCUMENTED =
      Map.ofEntries(
          Map.entry("Ctrl+O", Shortcut.OPEN_CATALOGUE),
          Map.entry("Ctrl+T", Shortcut.ANOTHER_TABLE),
          Map.entry("Ctrl+Shift+N", Shortcut.NEW_CATALOGUE),
          Map.entry("F2", Shortcut.EDIT),
          Map.entry("Enter", Shortcut.NEXT_ROW),
          Map.entry("Tab", Shortcut.NEXT_CELL),
          Map.entry("Esc", Shortcut.LEAVE_SELECTION),
          Map.entry("Delete", Shortcut.CLEAR),
          Map.entry("Space", Shortcut.TICK),
          Map.entry("Ctrl+A", Shortcut.SELECT_ALL),
          Map.entry("Ctrl+C", Shortcut.COPY),
          Map.entry("Ctrl+Shift+C", Shortcut.COPY_WITH_HEADINGS),
          Map.entry("Ctrl+X", Shortcut.CUT),
          Map.entry("Ctrl+V", Shortcut.PASTE),
          Map.entry("Ctrl+D", Shortcut.FILL_DOWN),
          Map.entry("Ctrl+R", Shortcut.FILL_RIGHT),
          Map.entry("Ctrl+Shift+R", Shortcut.FILL_SERIES),
          Map.entry("Ctrl+N", Shortcut.ADD_ROW),
          Map.entry("Ctrl+Shift+D", Shortcut.DUPLICATE_ROWS),
          Map.entry("Ctrl+-", Shortcut.DELETE_ROWS),
          Map.entry("Ctrl+Z", Shortcut.UNDO),
          Map.entry("Ctrl+Y", Shortcut.REDO),
          Map.entry("Ctrl+F", Shortcut.FIND),
          Map.entry("Ctrl+H", Shortcut.REPLACE),
          Map.entry("Alt+Enter", Shortcut.REPLACE_ONE),
          Map.entry("Ctrl+Alt+Enter", Shortcut.REPLACE_ALL),
          Map.entry("Ctrl+L", Shortcut.SEARCH),
          Map.entry("Ctrl+G", Shortcut.GO_TO_ROW),
          Map.entry("Ctrl+F2", Shortcut.EDIT_IN_BAR),
          Map.entry("Ctrl+U", Shortcut.WHOLE_VALUE),
          Map.entry("Alt+Shift+Up", Shortcut.SORT_ALSO),
          Map.entry("Ctrl+End", Shortcut.LAST_CELL),
          Map.entry("Ctrl+Home", Shortcut.FIRST_CELL),
          Map.entry("Ctrl+Shift+L", Shortcut.COLUMNS),
          Map.entry("Ctrl+Shift+V", Shortcut.PASTE_WITH_OPTIONS),
          Map.entry("Ctrl+I", Shortcut.IMPORT),
          Map.entry("Ctrl+Shift+F", Shortcut.FILTER),
          Map.entry("Ctrl+E", Shortcut.EXPORT),
          Map.entry("Ctrl+S", Shortcut.COMMIT),
          Map.entry("Ctrl+,", Shortcut.SETTINGS),
          Map.entry("Alt+1", Shortcut.CHANGES),
          Map.entry("Alt+2", Shortcut.PROBLEMS),
          Map.entry("Alt+3", Shortcut.VALUES),
          Map.entry("Alt+4", Shortcut.HISTORY),
          Map.entry("Alt+5", Shortcut.RECIPES),
          Map.entry("Ctrl+J", Shortcut.SPEED_AND_LOG),
          Map.entry("F11", Shortcut.FULL_SCREEN),
          Map.entry("Ctrl+W", Shortcut.CLOSE),
          Map.entry("Ctrl+Q", Shortcut.QUIT),
          Map.entry("Ctrl+K", Shortcut.ALL_COMMANDS),
          Map.entry("F1", Shortcut.USER_GUIDE),
          Map.entry("Shift+F1", Shortcut.SHORTCUTS),
          Map.entry("Ctrl+Shift+B", Shortcut.RESTORE_BACKUP),
          Map.entry("Ctrl+Enter", Shortcut.FILL_SELECTION),
          Map.entry("F6", Shortcut.NEXT_PANE),
          Map.entry("F3", Shortcut.NEXT_HIT),
          Map.entry("Shift+F3", Shortcut.PREVIOUS_HIT),
          Map.entry("F5", Shortcut.REFRESH),
          Map.entry("F8", Shortcut.NEXT_PROBLEM),
          Map.entry("Ctrl+Shift+E", Shortcut.CHANGE_VALUES),
          Map.entry("Ctrl+Space", Shortcut.SELECT_COLUMNS),
          Map.entry("F9", Shortcut.COMPARE_MODES));

  /** Those that the guide doesn't name, since spreadsheets have them too. */
  private static final Map<Shortcut, String> BESIDES =
      Map.ofEntries(
          Map.entry(Shortcut.UP, "Up Shift+Up Kp_Up Shift+Kp_Up"),
          Map.entry(Shortcut.DOWN, "Down Shift+Down Kp_Down Shift+Kp_Down"),
          Map.entry(Shortcut.LEFT, "Left Shift+Left Kp_Left Shift+Kp_Left"),
          Map.entry(Shortcut.RIGHT, "Right Shift+Right Kp_Right Shift+Kp_Right"),
          Map.entry(Shortcut.PAGE_UP, "Page_Up Shift+Page_Up"),
          Map.entry(Shortcut.PAGE_DOWN, "Page_Down Shift+Page_Down"),
          Map.entry(Shortcut.PAGE_LEFT, "Alt+Page_Up Alt+Shift+Page_Up"),
          Map.entry(Shortcut.PAGE_RIGHT, "Alt+Page_Down Alt+Shift+Page_Down"),
          Map.entry(Shortcut.ROW_START, "Home Shift+Home"),
          Map.entry(Shortcut.ROW_END, "End Shift+End"),
          Map.entry(
              Shortcut.EDGE_LEFT, "Ctrl+Left Ctrl+Kp_Left Ctrl+Shift+Left Ctrl+Shift+Kp_Left"),
          Map.entry(
              Shortcut.EDGE_RIGHT, "Ctrl+Right Ctrl+Kp_Right Ctrl+Shift+Right Ctrl+Shift+Kp_Right"),
          Map.entry(Shortcut.EDGE_UP, "Ctrl+Up Ctrl+Kp_Up Ctrl+Shift+Up Ctrl+Shift+Kp_Up"),
          Map.entry(
              Shortcut.EDGE_DOWN, "Ctrl+Down Ctrl+Kp_Down Ctrl+Shift+Down Ctrl+Shift+Kp_Down"),
          Map.entry(Shortcut.TODAY, "Ctrl+Semicolon Ctrl+Shift+Semicolon Ctrl+Shift+Comma"),
          Map.entry(Shortcut.FIRST_CELL, "Ctrl+Shift+Home"),
          Map.entry(Shortcut.LAST_CELL, "Ctrl+Shift+End"),
          Map.entry(Shortcut.PREVIOUS_ROW, "Shift+Enter"),
          Map.entry(Shortcut.PREVIOUS_CELL, "Shift+Tab"),
          Map.entry(Shortcut.SELECT_ROWS, "Shift+Space"),
          Map.entry(Shortcut.CLEAR, "Back_Space"),
          Map.entry(Shortcut.COPY, "Ctrl+Insert"),
          Map.entry(Shortcut.REDO, "Ctrl+Shift+Z"),
          Map.entry(Shortcut.DELETE_ROWS, "Ctrl+Subtract"),
          Map.entry(Shortcut.COMPACT_ROWS, "Alt+Shift+Digit1"),
          Map.entry(Shortcut.NORMAL_ROWS, "Alt+Shift+Digit2"),
          Map.entry(Shortcut.TALL_ROWS, "Alt+Shift+Digit3"),
          Map.entry(Shortcut.SORT, "Alt+Up"),
          Map.entry(Shortcut.COLUMN_MENU, "Alt+Down"),
          Map.entry(Shortcut.REPLACE, "Ctrl+Shift+H"),
          Map.entry(Shortcut.LEAVE_OUT, "Ctrl+Back_Space"),
          Map.entry(Shortcut.PREVIOUS_PANE, "Shift+F6"),
          Map.entry(Shortcut.MENU, "Context_Menu Shift+F10"));

  /** Keys of other windows and lists, and the name of standard output. */
  private static final Set<String> ELSEWHERE =
      Set.of("Down", "Alt+Up", "Alt+Down", "Alt+Home", "Alt+End", "-");

  private static final Pattern KEYS =
      Pattern.compile(
          "`((?:(?:Ctrl|Shift|Alt)\\+)*"
              + "(?:[A-Z0-9,-]|F\\d+|Enter|Tab|Esc|Delete|Space|Home|End|Up|Down|Left|Right))`");

  @Test
  void everyKeyOfTheGuideStandsForWhatTheGuideSays() throws IOException {
    Set<String> named = new TreeSet<>();
    KEYS.matcher(Files.readString(Path.of("docs/user-guide.md")))
        .results()
        .forEach(found -> named.add(found.group(1)));
    named.removeAll(ELSEWHERE);
    assertThat(named).isEqualTo(new TreeSet<>(DOCUMENTED.keySet()));
    for (String keys : named) {
      assertThat(Shortcut.of(pressed(keys))).as(keys).contains(DOCUMENTED.get(keys));
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachHasTheKeysThatAreWrittenDownAndNoOthers(Shortcut shortcut) {
    List<String> keys = new ArrayList<>();
    DOCUMENTED.forEach((key, each) -> {
      if (each == shortcut) {
        keys.add(key);
      }
    });
    Optional.ofNullable(BESIDES.get(shortcut))
        .ifPresent(others -> keys.addAll(List.of(others.split(" ", -1))));
    assertThat(keys).allSatisfy(key -> assertThat(shortcut.matches(pressed(key))).as(key).isTrue());
    assertThat(shortcut.keys()).hasSameSizeAs(keys);
  }

  /** With one modifier more or less it is another key, or none. */
  @ParameterizedTest
  @EnumSource
  void everyKeyIsMeantWithExactlyItsModifiers(Shortcut shortcut) {
    for (KeyCombination keys : shortcut.keys()) {
      KeyCode code = ((KeyCodeCombination) keys).getCode();
      for (int modifiers = 0; modifiers < 1 << 4; modifiers++) {
        boolean shift = (modifiers & 1) != 0;
        boolean control = (modifiers & 2) != 0;
        boolean alt = (modifiers & 4) != 0;
        boolean meta = (modifiers & 8) != 0;
        KeyEvent pressed =
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, meta);
        boolean isListed =
            !meta && shortcut.keys().stream().anyMatch(k -> is(k, code, shift, control, alt));
        assertThat(shortcut.matches(pressed)).as("%s: %s", shortcut, pressed).isEqualTo(isListed);
      }
    }
  }

  private static boolean is(
      KeyCombination keys, KeyCode code, boolean shift, boolean control, boolean alt) {
    return ((KeyCodeCombination) keys).getCode() == code
        && keys.getAlt() == down(alt)
        && keys.getShift() == down(shift)
        && keys.getShortcut() == down(control);
  }

  private static KeyCombination.ModifierValue down(boolean pressed) {
    return pressed ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP;
  }

  @ParameterizedTest
  @EnumSource
  void noOtherHasItsKeys(Shortcut shortcut) {
    for (Shortcut each : Shortcut.values()) {
      for (KeyCombination keys : each.keys()) {
        if (shortcut != each) {
          assertThat(shortcut.keys()).as("%s and %s", shortcut, each).doesNotContain(keys);
        }
      }
    }
  }

  @Test
  void whatIsTypedWithAltGrIsNeverAKey() {
    Set<KeyCode> letters = new HashSet<>(Arrays.asList(KeyCode.values()));
    letters.remove(KeyCode.ENTER); // writes no sign, whatever else is down
    for (KeyCode code : letters) {
      for (boolean shift : List.of(true, false)) {
        assertThat(Shortcut.of(pressed(code, shift, true, true))).isEqualTo(Optional.empty());
      }
    }
  }

  private static KeyEvent pressed(String keys) {
    String[] parts = keys.split("\\+", -1);
    List<String> all = List.of(parts);
    KeyCode code =
        switch (all.getLast()) {
          case "-" -> KeyCode.MINUS;
          case "," -> KeyCode.COMMA;
          case "1", "2", "3", "4", "5" -> KeyCode.valueOf("DIGIT" + all.getLast());
          case "Esc" -> KeyCode.ESCAPE;
          default -> KeyCode.valueOf(all.getLast().toUpperCase(java.util.Locale.ROOT));
        };
    return pressed(code, all.contains("Shift"), all.contains("Ctrl"), all.contains("Alt"));
  }

  private static KeyEvent pressed(KeyCode code, boolean shift, boolean control, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false);
  }
}
