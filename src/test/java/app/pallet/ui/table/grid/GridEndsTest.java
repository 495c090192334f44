package app.pallet.ui.table.grid;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import app.pallet.ui.table.FakeProducts;
import app.pallet.ui.table.GridHandle;
import app.pallet.ui.table.columns.ColumnLayout;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Going to the end and back shows the end and the beginning, however high the table is. */
class GridEndsTest {

  private final UiRobot robot = UiRobot.start();
  private final GridHandle grid = GridHandle.show(robot, new FakeProducts(300));

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @Test
  void theBeginningIsShownAgainAtAnyHeight() {
    for (int height = 300; height < 1_000; height += 7) {
      int wanted = height;
      robot.runOnFx(() -> grid.stage.setHeight(wanted));
      robot.press(KeyCode.CONTROL, KeyCode.END);
      assertThat(grid.cell(299, "available_from").isVisible()).isTrue();
      robot.press(KeyCode.CONTROL, KeyCode.HOME);
      assertThat(
              grid.grid.lookupAll(".row-header").stream()
                  .map(RowHeader.class::cast)
                  .filter(header ->
                      header.isVisible() && header.getLayoutY() < 1 && header.getLayoutY() > -1)
                  .mapToInt(RowHeader::index))
          .as("first row at %d pixels", height)
          .containsExactly(0);
    }
  }

  @Test
  void withFewColumns() {
    robot.runOnFx(() -> {
      java.util.List<ColumnLayout> layout = grid.grid.columnLayout();
      grid.grid.setColumnLayout(
          java.util.stream.IntStream.range(0, layout.size())
              .mapToObj(i -> new ColumnLayout(layout.get(i).name(), 100, i < 8))
              .toList());
    });
    for (int height = 300; height < 1_000; height += 3) {
      int wanted = height;
      robot.runOnFx(() -> grid.stage.setHeight(wanted));
      robot.press(KeyCode.CONTROL, KeyCode.END);
      robot.press(KeyCode.CONTROL, KeyCode.HOME);
      assertThat(
              robot.onFx(() ->
                  grid.grid.lookupAll(".row-header").stream()
                      .map(RowHeader.class::cast)
                      .filter(header ->
                          header.isVisible() && header.getLayoutY() < 1 && header.getLayoutY() > -1)
                      .map(RowHeader::index)
                      .toList()))
          .as("first row at %d pixels", height)
          .isEqualTo(java.util.List.of(0));
    }
  }

  @Test
  void theBeginningIsShownAgainAfterTheTableHasGrown() {
    for (int height = 300; height < 1_000; height += 13) {
      int wanted = height;
      robot.runOnFx(() -> grid.stage.setHeight(350));
      robot.press(KeyCode.CONTROL, KeyCode.END);
      robot.runOnFx(() -> grid.stage.setHeight(wanted));
      robot.press(KeyCode.CONTROL, KeyCode.HOME);
      assertThat(grid.cell(0, "sku").getTableRow().getLayoutY())
          .as("at %d", height)
          .isBetween(-1.0, 1.0);
    }
  }
}
