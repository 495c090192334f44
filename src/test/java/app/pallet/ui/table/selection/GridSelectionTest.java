package app.pallet.ui.table.selection;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.UP;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.Column;
import app.pallet.ui.UiRobot;
import app.pallet.ui.table.FakeProducts;
import app.pallet.ui.table.GridHandle;
import java.util.stream.Collectors;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GridSelectionTest {

  private final UiRobot robot = UiRobot.start();
  private final FakeProducts products = new FakeProducts(1000);
  private final GridHandle grid = GridHandle.show(robot, products);

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  private String everyColumn() {
    return products.schema.dataColumns().stream()
        .map(Column::name)
        .collect(Collectors.joining(","));
  }

  @Test
  void theFirstCellIsSelectedAtFirst() {
    assertThat(grid.selected()).isEqualTo("0-0:sku");
  }

  @Test
  void aClickSelectsOneCell() {
    grid.click(3, "name");
    assertThat(grid.selected()).isEqualTo("3-3:name");
  }

  @Test
  void draggingSelectsARectangle() {
    robot.drag(grid.cell(2, "description"), grid.cell(5, "sku"));
    assertThat(grid.selected()).isEqualTo("2-5:sku,name,description");
  }

  @Test
  void clickingWithShiftExtendsFromTheActiveCell() {
    grid.click(4, "name");
    grid.clickHolding(6, "description", SHIFT);
    grid.clickHolding(2, "sku", SHIFT);
    assertThat(grid.selected()).isEqualTo("2-4:sku,name");
  }

  @Test
  void clickingWithControlAddsACell() {
    grid.click(1, "sku");
    grid.clickHolding(3, "name", CONTROL);
    assertThat(grid.selected()).isEqualTo("1-1:sku 3-3:name");
  }

  @Test
  void clickingASelectedCellWithControlTakesItAway() {
    robot.drag(grid.cell(1, "sku"), grid.cell(3, "name"));
    grid.clickHolding(2, "name", CONTROL);
    assertThat(grid.selected()).isEqualTo("1-1:sku,name 2-2:sku 3-3:sku,name");
  }

  @Test
  void clickingARowHeaderSelectsTheRow() {
    robot.click(grid.rowHeader(4));
    assertThat(grid.selected()).isEqualTo("4-4:" + everyColumn());
  }

  @Test
  void draggingOverRowHeadersSelectsRows() {
    robot.drag(grid.rowHeader(4), grid.rowHeader(7));
    assertThat(grid.selected()).isEqualTo("4-7:" + everyColumn());
  }

  @Test
  void clickingTheCornerSelectsEverything() {
    robot.click("#select-all");
    assertThat(grid.selected()).isEqualTo("0-999:" + everyColumn());
  }

  @Test
  void controlASelectsEverythingAndEscapeLeavesTheActiveCell() {
    grid.click(5, "name");
    robot.press(CONTROL, A);
    assertThat(grid.selected()).isEqualTo("0-999:" + everyColumn());
    robot.press(ESCAPE);
    assertThat(grid.selected()).isEqualTo("5-5:name");
  }

  @Test
  void arrowsMoveAndStopAtTheEdge() {
    robot.press(DOWN);
    robot.press(DOWN);
    robot.press(RIGHT);
    robot.press(UP);
    assertThat(grid.selected()).isEqualTo("1-1:name");
    robot.press(UP);
    robot.press(UP);
    assertThat(grid.selected()).isEqualTo("0-0:name");
  }

  @Test
  void arrowsWithShiftExtendARectangle() {
    grid.click(2, "name");
    robot.press(SHIFT, DOWN);
    robot.press(SHIFT, DOWN);
    robot.press(SHIFT, RIGHT);
    assertThat(grid.selected()).isEqualTo("2-4:name,description");
    robot.press(SHIFT, UP);
    assertThat(grid.selected()).isEqualTo("2-3:name,description");
  }

  @Test
  void tabAndEnterMoveAndGoBackWithShift() {
    grid.click(2, "name");
    robot.press(TAB);
    assertThat(grid.selected()).isEqualTo("2-2:description");
    robot.press(SHIFT, TAB);
    robot.press(ENTER);
    assertThat(grid.selected()).isEqualTo("3-3:name");
    robot.press(SHIFT, ENTER);
    assertThat(grid.selected()).isEqualTo("2-2:name");
  }

  @Test
  void homeAndEndGoToTheEndsOfTheRow() {
    grid.click(2, "description");
    robot.press(END);
    assertThat(grid.selected()).isEqualTo("2-2:available_from");
    robot.press(HOME);
    assertThat(grid.selected()).isEqualTo("2-2:sku");
  }

  @Test
  void endWithControlGoesToTheLastCellAndShowsIt() {
    robot.press(CONTROL, END);
    assertThat(grid.selected()).isEqualTo("999-999:available_from");
    assertThat(grid.cell(999, "available_from").isVisible()).isTrue();
  }

  @Test
  void pageDownMovesByTheRowsOnTheScreen() {
    robot.press(PAGE_DOWN);
    String once = grid.selected();
    robot.press(PAGE_DOWN);
    assertThat(once).isEqualTo("18-18:sku");
    assertThat(grid.selected()).isEqualTo("36-36:sku");
    assertThat(grid.cell(36, "sku").getText()).isEqualTo("SKU-00037");
  }

  @Test
  void spaceWithShiftSelectsRowsAndWithControlColumns() {
    grid.click(2, "name");
    robot.press(SHIFT, SPACE);
    assertThat(grid.selected()).isEqualTo("2-2:" + everyColumn());
    robot.press(CONTROL, SPACE);
    assertThat(grid.selected()).isEqualTo("0-999:name");
  }

  @Test
  void draggingBelowTheTableScrollsAndSelectsOn() {
    grid.robot.moveTo(grid.cell(3, "sku"));
    robot.runOnFx(() -> new javafx.scene.robot.Robot().mousePress(MouseButton.PRIMARY));
    robot.runOnFx(() -> new javafx.scene.robot.Robot().mouseMove(300, 800));
    robot.waitUntil(
        "row 60 is reached", () -> grid.grid.selection().ranges().getFirst().lastRow() > 60);
    robot.runOnFx(() -> new javafx.scene.robot.Robot().mouseRelease(MouseButton.PRIMARY));
    assertThat(robot.onFx(() -> grid.grid.selection().ranges().getFirst().firstRow())).isEqualTo(3);
  }

  @Test
  void ofTheSelectedRowsThoseStaySelectedThatAreStillThere() {
    robot.drag(grid.cell(2, "sku"), grid.cell(5, "name"));
    robot.runOnFx(() -> products.resize(4));
    assertThat(grid.selected()).isEqualTo("2-3:sku,name");
    robot.runOnFx(() -> products.resize(0));
    assertThat(grid.selected()).isEmpty();
  }
}
