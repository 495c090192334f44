package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Menus, palette, help and welcome page in the real window over a real catalogue. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class CommandsJourneyTest {

  private static final int PRODUCTS = 300;

  @TempDir private static Path folder;

  private Stage stage;
  private Editor editor;

  @Start
  void open(Stage shown) {
    stage = shown;
    editor = Journey.begin(shown, Settings.DEFAULT.askingNothing(), PRODUCTS, folder);
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void thePaletteFindsCommandsColumnsAndRowsByTheKeyboardAlone(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    palette(robot, "add ro").push(KeyCode.ENTER);
    Journey.until(() -> workspace().changes().counts().adds() == 1);
    assertThat(robot.lookup("#palette").tryQuery()).isEmpty();

    palette(robot, ">redo");
    assertThat(robot.lookup("There is nothing to redo").tryQuery()).isPresent();
    robot.push(KeyCode.ENTER); // can't be done: the palette stays
    assertThat(robot.lookup("#palette").tryQuery()).isPresent();
    robot.push(KeyCode.ESCAPE);
    assertThat(focused().getStyleClass()).contains("table-view");

    String sku = Journey.stored(workspace(), "sku").get(123);
    palette(robot, "#" + sku);
    Journey.until(() -> lines(robot).getItems().size() == 2);
    Journey.pictures(robot, editor, stage, "palette-row");
    robot.push(KeyCode.ENTER);
    assertThat(selectedSku(robot)).isEqualTo(sku);

    palette(robot, "@quant");
    robot.push(KeyCode.ENTER);
    assertThat(selectedColumn(robot)).isEqualTo("Quantity");
    assertThat(selectedSku(robot)).isEqualTo(sku);
  }

  @Test
  void whatIsClosedLeavesTheWelcomePageAndIsOpenedFromItAgain(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    assertThat(robot.lookup("#welcome").query().isVisible()).isFalse();
    Journey.paste(robot, editor, "SKU\tName\tPrice\nNEW-1\tNew\t12.50");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Journey.until(() -> editor.viewModel().course().report().isPresent());
    palette(robot, "add ro").push(KeyCode.ENTER);
    Journey.until(() -> workspace().changes().counts().adds() == 1);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Journey.until(() -> workspace().changes().isEmpty());

    robot.push(KeyCode.CONTROL, KeyCode.W);
    Journey.until(() -> robot.lookup("#welcome").query().isVisible());
    assertThat(editor.controller().workspace()).isEmpty();
    assertThat(editor.viewModel().undoLabelProperty().get()).isEmpty();
    assertThat(focused().getId()).isEqualTo("welcome-open-catalogue");
    Journey.until(() ->
        robot.lookup("#recent-file-0").queryAs(Button.class).lookup(".welcome-when")
                instanceof Label when
            && when.getText().startsWith("today"));

    robot.clickOn("#recent-file-0");
    Journey.awaitProducts(editor, PRODUCTS + 1);
    assertThat(editor.viewModel().course().report()).as("said of what is open now").isEmpty();
    assertThat(robot.lookup("#welcome").query().isVisible()).isFalse();
    assertThat(robot.lookup("#tool-bar").query().isVisible()).isTrue();
  }

  private FxRobot palette(FxRobot robot, String text) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    Journey.until(() -> robot.lookup("#palette").query().getOpacity() == 1);
    robot.write(text);
    return robot;
  }

  private static ListView<?> lines(FxRobot robot) {
    return robot.lookup("#palette-list").queryListView();
  }

  private String selectedSku(FxRobot robot) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          int row = Journey.table(robot).selection().ranges().getFirst().firstRow();
          return workspace().view().rowAt(row).orElseThrow().text(workspace().schema().match());
        });
  }

  private String selectedColumn(FxRobot robot) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> Journey.table(robot).selection().ranges().getFirst().columns().getFirst().label());
  }

  private Node focused() {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> stage.getScene().getFocusOwner());
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }
}
