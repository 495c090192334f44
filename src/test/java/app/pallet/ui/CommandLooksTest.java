package app.pallet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.table.GridSample;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.window.EditorViewModel;
import com.sun.javafx.css.StyleManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaves pictures of menus, keys, guide and welcome page in target/screenshots. */
final class CommandLooksTest {
  private final UiRobot robot = UiRobot.start();

  /** What JavaFX complains about while it applies style sheets: unknown colours, wrong types. */
  private final List<CssParser.ParseError> styleErrors = StyleManager.errorsProperty();

  private final EditorViewModel viewModel = robot.onFx(EditorSample::busy);

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
    robot.waitUntil("the palette is there", () -> palette(stage).getOpacity() == 1);
    robot.type(typed);
    save(stage, "palette-" + choice);
    assertThat(robot.find("#palette-list").isVisible()).isTrue();
  }

  private static Node palette(Stage stage) {
    return Objects.requireNonNull(stage.getScene().lookup("#palette"));
  }

  private Stage show(ThemeChoice choice, int width, int height) {
    Stage stage =
        robot.show(
            () -> {
              Appearance appearance = Appearance.ofApplication(choice);
              EditorPane pane = new EditorPane(viewModel, new RecordedActions(), appearance);
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
