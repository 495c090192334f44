package app.pallet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.help.AboutPane;
import app.pallet.ui.table.GridSample;
import app.pallet.ui.tables.RecentTables;
import app.pallet.ui.tables.TablePlace;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.welcome.RecentFile;
import app.pallet.ui.window.EditorViewModel;
import com.sun.javafx.css.StyleManager;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.CssParser;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Leaves pictures of menus, keys, guide and welcome page in target/screenshots. */
final class CommandLooksTest {
  private final UiRobot robot = UiRobot.start();

  /** What JavaFX complains about while it applies style sheets: unknown colours, wrong types. */
  private final List<CssParser.ParseError> styleErrors = StyleManager.errorsProperty();

  private final RecordedActions actions = new RecordedActions();
  private EditorViewModel viewModel = robot.onFx(EditorSample::busy);

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
    assertThat(robot.onFx(() -> List.copyOf(styleErrors))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,file,open-recent", "DARK,edit,paste", "LIGHT,view,theme-dark"})
  void menusWearTheTheme(ThemeChoice choice, String menu, String item) {
    Stage stage = show(choice, 1280, 800);
    robot.click("#menu-" + menu);
    save(stage, "menu-bar-" + menu);
    assertThat(robot.find("#menu-" + item).isVisible()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,price", "DARK,co"})
  void thePaletteWearsTheTheme(ThemeChoice choice, String typed) {
    Stage stage = show(choice, 1280, 800);
    robot.runOnFx(() -> CommandPalette.show(pane(stage), viewModel, Optional.empty()));
    shown(stage, "#palette");
    robot.type(typed);
    save(stage, "palette-" + choice);
    assertThat(robot.find("#palette-list").isVisible()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void allKeysAreListedAndFoundByPressingThem(ThemeChoice choice) {
    Stage stage = show(choice, 1280, 800);
    robot.press(KeyCode.SHIFT, KeyCode.F1);
    shown(stage, "#shortcut-sheet");
    save(stage, "shortcuts-" + choice);
    robot.press(KeyCode.CONTROL, KeyCode.D);
    assertThat(texts(stage, ".shortcut-line > .label")).containsExactly("Fill down");
    robot.runOnFx(() -> field(stage).setText("select"));
    assertThat(texts(stage, ".shortcut-line > .label"))
        .contains("Select all", "Select row")
        .doesNotContain("Undo");
    robot.press(KeyCode.ESCAPE); // empties the field
    robot.press(KeyCode.ESCAPE);
    assertThat(stage.getScene().lookup("#shortcut-sheet")).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void aboutNamesFoldersAndLicences(ThemeChoice choice) {
    Stage stage = show(choice, 900, 600);
    List<Path> opened = new ArrayList<>();
    Path log = Path.of("/home/ann/.local/share/pallet");
    robot.runOnFx(() -> {
      AboutPane about =
          new AboutPane(
              List.of(
                  new AboutPane.Folder("Log", log),
                  new AboutPane.Folder("Settings", Path.of("/home/ann/.config/pallet"))),
              opened::add,
              pane(stage).overlay()::close);
      pane(stage).overlay().show(about, Pos.TOP_CENTER, about.close());
    });
    shown(stage, "#about");
    save(stage, "about-" + choice);
    robot.click("#copy-log");
    assertThat(robot.onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(log + "");
    robot.click("#open-log");
    assertThat(opened).containsExactly(log);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void theGuideIsReadAndSearchedInAWindowOfItsOwn(ThemeChoice choice) {
    Stage stage = show(choice, 1280, 800);
    robot.press(KeyCode.F1);
    robot.waitUntil("the guide is read", () -> guide().lookup("#guide") != null);
    save(stage(), "guide-" + choice);
    TextField search = (TextField) robot.find("#guide-search");
    robot.runOnFx(() -> search.setText("leading zeros")); // two windows have the focus here
    Label count = (Label) robot.find("#guide-count");
    assertThat(count.getText()).startsWith("1 of ");
    assertThat(robot.onFx(() -> ((ScrollPane) guide().lookup("#guide")).getVvalue())).isPositive();
    save(stage(), "guide-search-" + choice);
    robot.runOnFx(() -> search.setText("xylophone"));
    assertThat(count.getText()).isEqualTo("not in the guide");
    robot.runOnFx(() -> pane(stage).showGuide()); // the same window again
    assertThat(robot.onFx(() -> Window.getWindows().size())).isEqualTo(2);
    robot.press(KeyCode.ESCAPE); // empties the field
    robot.press(KeyCode.ESCAPE);
    assertThat(robot.onFx(() -> Window.getWindows().size())).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,900,600"})
  void theWelcomePageSaysWhatWasOpenAndWhatCanNotBeReached(
      ThemeChoice choice, int width, int height) {
    TablePlace shop = TablePlace.of(Path.of("/home/ann/Shops/nordlys.pallet"));
    TablePlace usb = TablePlace.of(Path.of("/mnt/usb/outlet.pallet"));
    TablePlace products =
        new TablePlace(Path.of("/home/ann/Shops/northwind.db"), Optional.of("Products"));
    viewModel = robot.onFx(EditorSample::empty);
    robot.runOnFx(() ->
        viewModel
            .recentProperty()
            .set(RecentTables.NONE.opening(usb).opening(products).opening(shop)));
    Stage stage = show(choice, width, height);
    robot.runOnFx(() ->
        pane(stage)
            .lookAtRecentFilesWith(place ->
                new RecentFile(
                    place.equals(usb)
                        ? Optional.empty()
                        : Optional.of(Instant.parse("2026-11-02T10:00:00Z")),
                    place.equals(shop))));
    robot.waitUntil(
        "all files were looked at",
        () ->
            stage.getScene().getRoot().lookupAll(".welcome-when").stream()
                .noneMatch(when -> ((Label) when).getText().isEmpty()));
    save(stage, "welcome-" + choice + "-" + width);
    assertThat(texts(stage, ".welcome-when").getLast()).isEqualTo("can\u2019t be reached");
    assertThat(
            robot.findAll(stage.getScene().getRoot(), ".welcome-draft").stream()
                .map(Node::isVisible))
        .containsExactly(true, false, false);
    assertThat(robot.find("#tool-bar").isVisible()).isFalse();
    robot.click("#recent-file-1");
    robot.click("#open-example");
    robot.press(KeyCode.CONTROL, KeyCode.O);
    assertThat(actions.calls)
        .containsExactly(
            "open recent northwind.db \u2013 Products", "open-example", "open-catalogue");
  }

  private static Stage stage() {
    return (Stage) Window.getWindows().getLast();
  }

  private static Parent guide() {
    return stage().getScene().getRoot();
  }

  private static TextField field(Stage stage) {
    return (TextField) Objects.requireNonNull(stage.getScene().lookup("#shortcut-search"));
  }

  private void shown(Stage stage, String selector) {
    robot.waitUntil(
        selector + " is there",
        () -> {
          Node node = stage.getScene().lookup(selector);
          return node != null && node.getOpacity() == 1;
        });
  }

  private List<String> texts(Stage stage, String selector) {
    return robot.findAll(stage.getScene().getRoot(), selector).stream()
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private Stage show(ThemeChoice choice, int width, int height) {
    Stage stage =
        robot.show(
            () -> {
              Appearance appearance = Appearance.ofApplication(choice);
              EditorPane pane = new EditorPane(viewModel, actions, appearance);
              pane.setTable(GridSample.of(48_210), () -> {});
              return pane;
            },
            width,
            height);
    robot.runOnFx(() -> pane(stage).installKeys(stage.getScene()));
    return stage;
  }

  private static EditorPane pane(Stage stage) {
    return (EditorPane) stage.getScene().getRoot();
  }

  private void save(Stage stage, String name) {
    robot.screenshot(stage).save(Path.of("target/screenshots", name + ".png"));
  }
}
