package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.Column;
import app.pallet.ui.table.ProductTable;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
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

/** The bar above the table in the real window: it shows a cell in full, and edits it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class CellBarJourneyTest {

  private static final int PRODUCTS = 200;

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
  void aValueIsEditedAboveTheTableAndTakenBack(FxRobot robot) {
    go(robot, 4, "price");
    String before = text(robot, "#cell-value");
    String sku = Journey.stored(workspace(), "sku").get(4);
    assertThat(text(robot, "#go-to-field")).isEqualTo("Price \u00b7 " + sku);

    robot.push(KeyCode.CONTROL, KeyCode.F2).push(KeyCode.CONTROL, KeyCode.A).write("59.95");
    assertThat(workspace().changes().counts().total()).isZero();
    robot.push(KeyCode.ENTER);
    Journey.until(() -> label(robot, "#cell-before").equals("was " + before));
    assertThat(Journey.table(robot).lookup(".table-view").isFocused()).isTrue();
    assertThat(cellText(4, "price")).isEqualTo("59.95");
    Journey.pictures(robot, editor, stage, "cell-bar");

    robot.clickOn("#cell-revert");
    Journey.until(() -> workspace().changes().counts().total() == 0);
    assertThat(text(robot, "#cell-value")).isEqualTo(before);
    assertThat(robot.lookup("#cell-before").query().isVisible()).isFalse();
  }

  @Test
  void whatIsWrongIsSaidInFullAndEscapeDropsWhatWasTyped(FxRobot robot) {
    go(robot, 2, "price");
    robot.push(KeyCode.CONTROL, KeyCode.F2).push(KeyCode.CONTROL, KeyCode.A).write("on request");
    robot.push(KeyCode.ESCAPE);
    assertThat(workspace().changes().counts().total()).isZero();

    robot.push(KeyCode.CONTROL, KeyCode.F2).push(KeyCode.CONTROL, KeyCode.A).write("on request");
    robot.push(KeyCode.ENTER);
    Journey.until(() -> label(robot, "#cell-remark").contains("accepted is"));
    Journey.pictures(robot, editor, stage, "cell-bar-problem");
    robot.push(KeyCode.DOWN);
    assertThat(label(robot, "#cell-remark")).isEqualTo("Amount");
  }

  @Test
  void aLongTextGrowsAndKeepsItsLines(FxRobot robot) {
    go(robot, 3, "description");
    robot.push(KeyCode.CONTROL, KeyCode.U);
    assertThat(robot.lookup("#cell-bar").query().getLayoutBounds().getHeight()).isEqualTo(96);
    robot.push(KeyCode.CONTROL, KeyCode.U);
    assertThat(robot.lookup("#cell-bar").query().getLayoutBounds().getHeight()).isEqualTo(32);

    robot.push(KeyCode.CONTROL, KeyCode.F2).push(KeyCode.CONTROL, KeyCode.A).write("<p>one");
    for (String line : List.of("two", "three", "four")) {
      robot.push(KeyCode.ALT, KeyCode.ENTER).write(line);
    }
    assertThat(robot.lookup("#cell-bar").query().getLayoutBounds().getHeight()).isGreaterThan(60);
    Journey.pictures(robot, editor, stage, "cell-bar-long");
    robot.interact(() -> Journey.table(robot).select(9, 9, List.of())); // elsewhere: it is kept
    assertThat(cellText(3, "description")).isEqualTo("<p>one\ntwo\nthree\nfour");
  }

  private void go(FxRobot robot, int row, String column) {
    Journey.awaitProducts(editor, PRODUCTS);
    ProductTable table = Journey.table(robot);
    robot.interact(() -> {
      table.select(row, row, List.of(column(column)));
      table.focusCells();
    });
  }

  private String cellText(int row, String column) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> workspace().view().rowAt(row).orElseThrow().text(column(column)));
  }

  private Column column(String name) {
    return workspace().schema().require(name);
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAs(TextInputControl.class).getText();
  }

  private static String label(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAs(Labeled.class).getText();
  }
}
