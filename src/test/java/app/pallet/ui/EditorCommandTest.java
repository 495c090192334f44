package app.pallet.ui;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

/** What holds for every command, however many there are. */
final class EditorCommandTest {

  private static final String CLOSED = "No catalogue is open";
  private static final String BUSY = "Other work is still running";

  /** What can be done without a catalogue. */
  private static final Set<EditorCommand> ALWAYS =
      EnumSet.of(
          EditorCommand.NEW_CATALOGUE,
          EditorCommand.OPEN_CATALOGUE,
          EditorCommand.OPEN_EXAMPLE,
          EditorCommand.SETTINGS,
          EditorCommand.QUIT,
          EditorCommand.THEME_LIGHT,
          EditorCommand.THEME_DARK,
          EditorCommand.THEME_OF_SYSTEM,
          EditorCommand.FULL_SCREEN,
          EditorCommand.NEXT_PANE,
          EditorCommand.PREVIOUS_PANE,
          EditorCommand.ALL_COMMANDS,
          EditorCommand.SHORTCUTS,
          EditorCommand.USER_GUIDE,
          EditorCommand.ABOUT);

  @Test
  void withoutACatalogueEverythingElseSaysSo() {
    Map<EditorCommand, String> refused = refused(EditorSample.empty());
    assertThat(refused.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(ALWAYS)));
    assertThat(refused.remove(EditorCommand.STOP)).isEqualTo("Nothing is running");
    assertThat(refused.values()).containsOnly(CLOSED);
  }

  @Test
  void inTheMiddleOfWorkOnACatalogueNearlyEverythingIsPossible() {
    assertThat(refused(EditorSample.busy()))
        .isEqualTo(
            Map.of(
                EditorCommand.ANOTHER_TABLE, "A catalogue has only this table",
                EditorCommand.REDO, "There is nothing to redo",
                EditorCommand.KEEP_HISTORY, "The history of this table is kept already",
                EditorCommand.STOP, "Nothing is running",
                EditorCommand.RESOLVE_CONFLICTS, "There are no conflicts"));
  }

  @Test
  void whileWorkRunsRowsCanStillBeEdited() {
    EditorViewModel busy = EditorSample.busy();
    busy.progress().follow(new RunningWork("Commit", new SampledMonitor()));
    Set<EditorCommand> waiting =
        refused(busy).entrySet().stream()
            .filter(each -> each.getValue().equals(BUSY))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(waiting)
        .containsExactlyInAnyOrder(
            EditorCommand.NEW_CATALOGUE,
            EditorCommand.OPEN_CATALOGUE,
            EditorCommand.OPEN_EXAMPLE,
            EditorCommand.REFRESH,
            EditorCommand.IMPORT,
            EditorCommand.EXPORT,
            EditorCommand.RESTORE_BACKUP,
            EditorCommand.PASTE_WITH_OPTIONS,
            EditorCommand.HISTORY,
            EditorCommand.KEEP_HISTORY,
            EditorCommand.COMMIT,
            EditorCommand.COMPARE_MODES);
    assertThat(refused(busy)).doesNotContainKey(EditorCommand.STOP);
  }

  @Test
  void whatCanOnlyBeReadSaysWhy() {
    EditorViewModel editor = EditorSample.busy();
    String why = "It is a view";
    editor.readOnlyProperty().set(why);
    Set<EditorCommand> changing =
        refused(editor).entrySet().stream()
            .filter(each -> each.getValue().equals(why))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(changing)
        .contains(
            EditorCommand.IMPORT,
            EditorCommand.EDIT,
            EditorCommand.CUT,
            EditorCommand.PASTE,
            EditorCommand.PASTE_WITH_OPTIONS,
            EditorCommand.CLEAR,
            EditorCommand.REVERT,
            EditorCommand.ADD_ROW,
            EditorCommand.DUPLICATE_ROWS,
            EditorCommand.DELETE_ROWS,
            EditorCommand.FILL_DOWN,
            EditorCommand.FILL_RIGHT,
            EditorCommand.FILL_SERIES,
            EditorCommand.TODAY,
            EditorCommand.CHANGE_VALUES,
            EditorCommand.KEEP_HISTORY,
            EditorCommand.COMMIT,
            EditorCommand.COMPARE_MODES)
        .doesNotContain(
            EditorCommand.COPY,
            EditorCommand.EXPORT,
            EditorCommand.HISTORY,
            EditorCommand.SORT,
            EditorCommand.FILTER,
            EditorCommand.HIDE);
  }

  @Test
  void aReasonComesAndGoesWithWhatItIsAbout() {
    EditorViewModel editor = EditorSample.busy();
    var refusal = EditorCommand.DELETE_ROWS.refusal(editor);
    assertThat(refusal.get()).isEmpty();
    editor.rowsSelectedProperty().set(false);
    assertThat(refusal.get()).isEqualTo("No cell is selected");
    editor.catalogueProperty().set("");
    assertThat(refusal.get()).isEqualTo(CLOSED);
  }

  @Test
  void noTwoCommandsShareKeysNamesOrIds() {
    List<KeyCombination> keys =
        Stream.of(EditorCommand.values()).flatMap(command -> command.keys().stream()).toList();
    assertThat(keys).doesNotHaveDuplicates().isNotEmpty();
    assertThat(Stream.of(EditorCommand.values()).map(EditorCommand::label))
        .doesNotHaveDuplicates()
        .allMatch(label -> !label.isBlank());
  }

  @Test
  void everyKeyIsInTheListOfKeysOnce() {
    List<KeyCombination> listed =
        CommandPalette.keys().stream()
            .flatMap(group -> group.lines().stream())
            .flatMap(line -> line.all().stream())
            .toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Shortcut.values()).flatMap(each -> each.keys().stream()).toList());
  }

  @Test
  void everyCommandIsInTheMenuOnceAndGreyWhereItIsRefused() {
    UiRobot robot = UiRobot.start();
    EditorViewModel editor = robot.onFx(EditorSample::empty);
    EditorPane pane =
        robot.onFx(() ->
            new EditorPane(
                editor,
                new RecordedActions(),
                new Appearance(ThemeChoice.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT))));
    List<MenuItem> items = robot.onFx(() -> items(menus(pane)));
    Map<String, List<MenuItem>> byId =
        items.stream()
            .filter(item -> !(item instanceof SeparatorMenuItem))
            .collect(groupingBy(MenuItem::getId));
    for (EditorCommand command : EditorCommand.values()) {
      List<MenuItem> found = byId.getOrDefault("menu-" + command.id(), List.of());
      assertThat(found).as("%s", command).hasSize(1);
      assertThat(found.getFirst().isDisable())
          .as("%s", command)
          .isEqualTo(!ALWAYS.contains(command));
    }
  }

  private static List<Menu> menus(EditorPane pane) {
    return ((MainMenu) Objects.requireNonNull(pane.lookup("#main-menu"))).getMenus();
  }

  private static List<MenuItem> items(List<Menu> menus) {
    List<MenuItem> items = new ArrayList<>();
    menus.forEach(menu -> items.addAll(menu.getItems()));
    return items;
  }

  private static Map<EditorCommand, String> refused(EditorViewModel editor) {
    return Arrays.stream(EditorCommand.values())
        .filter(command -> command.disabled(editor).get())
        .collect(toMap(command -> command, command -> command.refusal(editor).get()));
  }
}
