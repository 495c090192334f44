package app.pallet.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Nothing in the grid may cost more with more rows. Counted, not timed: how many of a million rows
 * each gesture looks at.
 */
class GridCostTest {

  /** Some screens full of rows. */
  private static final int FEW = 300;

  private final UiRobot robot = UiRobot.start();
  private final FakeProducts products = new FakeProducts(1_000_000);
  private final GridHandle grid = GridHandle.show(robot, products);

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  private void costsLittle(Runnable gesture) {
    products.asked = 0;
    gesture.run();
    assertThat(products.asked).isLessThan(FEW);
  }

  @Test
  void showing() {
    assertThat(products.asked).isLessThan(FEW);
  }

  @Test
  void selectingEverythingAndOneCellAgain() {
    costsLittle(() -> robot.press(KeyCode.CONTROL, KeyCode.A));
    assertThat(robot.onFx(() -> grid.grid.selection().cellCount())).isEqualTo(19_000_000L);
    costsLittle(() -> grid.click(4, "name"));
  }

  @Test
  void goingToTheEnd() {
    costsLittle(() -> robot.press(KeyCode.CONTROL, KeyCode.END));
    assertThat(grid.selected()).isEqualTo("999999-999999:available_from");
  }

  @Test
  void theLastOfTenMillionRowsIsReached() {
    costsLittle(() -> robot.runOnFx(() -> products.resize(10_000_000)));
    costsLittle(() -> robot.press(KeyCode.CONTROL, KeyCode.END));
    assertThat(grid.cell(9_999_999, "available_from").isVisible()).isTrue();
    assertThat(grid.selected()).isEqualTo("9999999-9999999:available_from");
    costsLittle(() -> robot.press(KeyCode.UP));
    costsLittle(() -> robot.press(KeyCode.CONTROL, KeyCode.HOME));
    assertThat(grid.cell(0, "sku").isVisible()).isTrue();
  }

  @Test
  void everyGestureWhileEverythingIsSelected() {
    robot.press(KeyCode.CONTROL, KeyCode.A);
    costsLittle(() -> robot.wheel(grid.cell(4, "name"), 5));
    costsLittle(() -> robot.press(KeyCode.SHIFT, KeyCode.DOWN));
    robot.press(KeyCode.CONTROL, KeyCode.A);
    costsLittle(() -> robot.click("#header-name"));
    costsLittle(() -> robot.runOnFx(() -> products.arrive(0, 1_000_000)));
    costsLittle(() -> robot.press(KeyCode.DELETE));
    costsLittle(() -> robot.runOnFx(() -> products.resize(900_000)));
    robot.press(KeyCode.CONTROL, KeyCode.A);
    costsLittle(() -> robot.runOnFx(() -> products.resize(1_000_000)));
  }

  @Test
  void editing() {
    costsLittle(() -> {
      grid.click(4, "name");
      robot.type("Kettle");
      robot.press(KeyCode.ENTER);
    });
    assertThat(products.wishes).containsExactly("set 4 name 'Kettle'");
  }

  @Test
  void fittingAColumnToItsContent() {
    costsLittle(() ->
        robot.doubleClick(
            robot.findAll(grid.grid, ".column-header-background Rectangle").stream()
                .findFirst()
                .orElseThrow()));
  }
}
