package app.pallet.ui.table.fill;

import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.PAGE_UP;
import static javafx.scene.input.KeyCode.R;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import app.pallet.ui.table.FakeProducts;
import app.pallet.ui.table.GridHandle;
import app.pallet.ui.table.columns.ColumnLayout;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fill handle, and the keys that go far. */
class FillHandleTest {

  private final UiRobot robot = UiRobot.start();
  private final FakeProducts products = new FakeProducts(1000);
  private final GridHandle grid = GridHandle.show(robot, products);

  @BeforeEach
  void showSomeColumns() {
    robot.runOnFx(() ->
        grid.grid.setColumnLayout(
            Stream.of("sku", "name", "brand", "category", "price", "quantity", "available_from")
                .map(name -> new ColumnLayout(name, 110, true))
                .toList()));
  }

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  /** Drags the handle to a cell and tells what stands beside the mouse there. */
  private String dragTo(int row, String column, boolean control) {
    Node handle = robot.find("#fill-handle");
    Node cell = grid.cell(row, column);
    return robot.onFx(() -> {
      fire(handle, MouseEvent.MOUSE_PRESSED, handle, control);
      fire(handle, MouseEvent.MOUSE_DRAGGED, cell, control);
      HBox tip = (HBox) Objects.requireNonNull(grid.grid.lookup("#fill-tip"));
      return tip.getChildren().stream()
          .filter(Node::isVisible)
          .map(label -> ((Label) label).getText())
          .collect(Collectors.joining(" "));
    });
  }

  private void drop(boolean control) {
    Node handle = robot.find("#fill-handle");
    robot.runOnFx(() -> fire(handle, MouseEvent.MOUSE_RELEASED, handle, control));
  }

  private static void fire(
      Node target, javafx.event.EventType<MouseEvent> type, Node at, boolean control) {
    fire(target, type, at, control, 1);
  }

  private static void fire(
      Node target, javafx.event.EventType<MouseEvent> type, Node at, boolean control, int clicks) {
    var point = at.localToScene(at.getLayoutBounds());
    Event.fireEvent(
        target,
        new MouseEvent(
            type,
            point.getCenterX(),
            point.getCenterY(),
            point.getCenterX(),
            point.getCenterY(),
            MouseButton.PRIMARY,
            clicks,
            false,
            control,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            new PickResult(target, point.getCenterX(), point.getCenterY())));
  }

  @Test
  void aCellIsRepeatedDownwardsAndWhatWasFilledIsSelected() {
    grid.click(2, "category");
    assertThat(dragTo(5, "category", false)).isEqualTo("“Kitchen” into 3 rows");
    assertThat(robot.onFx(() -> grid.grid.lookup("#fill-range").isVisible())).isTrue();
    drop(false);

    assertThat(products.wishes).containsExactly("Fill down: repeating 1 of 2-5:category");
    assertThat(grid.selected()).isEqualTo("2-5:category");
    assertThat(robot.onFx(() -> grid.grid.lookup("#fill-range").isVisible())).isFalse();
  }

  @Test
  void withCtrlACellIsCountedOn() {
    grid.click(2, "sku");
    assertThat(dragTo(5, "sku", false)).isEqualTo("“SKU-00003” into 3 rows Ctrl counts on");
    assertThat(dragTo(5, "sku", true)).isEqualTo("SKU-00004 … SKU-00006 into 3 rows Ctrl repeats");
    drop(true);

    assertThat(products.wishes).containsExactly("Fill down: counting 1 of 2-5:sku");
  }

  @Test
  void severalCellsAreCountedOnAndWithCtrlRepeated() {
    robot.drag(grid.cell(4, "price"), grid.cell(5, "price"));
    assertThat(dragTo(2, "price", false)).isEqualTo("58.90 … 45.90 into 2 rows Ctrl repeats");
    drop(false);
    robot.drag(grid.cell(4, "price"), grid.cell(5, "price"));
    dragTo(6, "price", true);
    drop(true);

    assertThat(products.wishes)
        .containsExactly("Fill up: counting 2 of 2-5:price", "Fill down: repeating 2 of 4-6:price");
  }

  @Test
  void aFillGoesToBothSides() {
    grid.click(3, "brand");
    assertThat(dragTo(3, "category", false)).isEqualTo("“Alessi” into 1 column");
    drop(false);
    grid.click(3, "brand");
    dragTo(3, "sku", false);
    drop(false);

    assertThat(products.wishes)
        .containsExactly(
            "Fill right: repeating 1 of 3-3:brand,category",
            "Fill left: repeating 1 of 3-3:brand,name,sku");
  }

  @Test
  void escapeGivesUpAndTheSelectionItselfIsNoTarget() {
    grid.click(3, "brand");
    dragTo(6, "brand", false);
    robot.press(ESCAPE);
    drop(false);
    dragTo(3, "brand", false);
    drop(false);

    assertThat(products.wishes).isEmpty();
  }

  @Test
  void aDoubleClickFillsDownToTheLastNeighbour() {
    grid.click(3, "brand");
    Node handle = robot.find("#fill-handle");
    robot.runOnFx(() -> fire(handle, MouseEvent.MOUSE_PRESSED, handle, false, 2));
    robot.runOnFx(() -> products.edges.remove().accept(OptionalInt.empty()));
    robot.runOnFx(() -> products.edges.remove().accept(OptionalInt.of(7)));

    assertThat(products.wishes)
        .containsExactly(
            "find the RUN of name from 3 by 1",
            "find the RUN of category from 3 by 1",
            "Fill down: repeating 1 of 3-7:brand");
  }

  @Test
  void theHandleIsThereForOneRectangleInSight() {
    grid.click(3, "brand");
    assertThat(robot.find("#fill-handle").isVisible()).isTrue();
    grid.clickHolding(5, "sku", CONTROL);
    assertThat(robot.onFx(() -> grid.grid.lookup("#fill-handle").isVisible())).isFalse();
  }

  @Test
  void keysFillToTheRightAndCountOn() {
    robot.drag(grid.cell(1, "brand"), grid.cell(3, "category"));
    robot.press(CONTROL, R);
    robot.press(CONTROL, SHIFT, R);
    robot.drag(grid.cell(1, "brand"), grid.cell(1, "category"));
    robot.press(CONTROL, SHIFT, R);

    assertThat(products.wishes)
        .containsExactly(
            "Fill right: repeating 1 of 1-3:brand,category",
            "Fill series: counting 0 of 1-3:brand,category",
            "Fill series: counting 0 of 1-1:brand,category");
  }

  @Test
  void keysPressedWhileAnEdgeIsLookedForAreDoneThere() {
    grid.click(3, "brand");
    robot.press(CONTROL, DOWN);
    robot.press(RIGHT);
    robot.type("Pans");
    robot.press(ENTER);
    assertThat(grid.selected()).isEqualTo("3-3:brand");
    robot.runOnFx(() -> products.edges.remove().accept(OptionalInt.of(400)));

    assertThat(products.wishes).last().isEqualTo("set 400 category 'Pans'");
    assertThat(grid.selected()).isEqualTo("401-401:category");
  }

  @Test
  void escapeStaysAndWhatIsFoundLaterCountsNoMore() {
    grid.click(3, "brand");
    robot.press(CONTROL, DOWN);
    robot.press(RIGHT);
    robot.press(ESCAPE);
    robot.runOnFx(() -> products.edges.remove().accept(OptionalInt.of(400)));
    robot.press(LEFT);

    assertThat(grid.selected()).isEqualTo("3-3:name");
  }

  @Test
  void withShiftTheBlockIsSelected() {
    grid.click(3, "brand");
    robot.press(CONTROL, SHIFT, DOWN);
    robot.runOnFx(() -> products.edges.remove().accept(OptionalInt.of(40)));
    robot.press(CONTROL, SHIFT, RIGHT);

    assertThat(grid.selected())
        .isEqualTo(
            "3-40:brand,category,price,quantity,available_from,description"); // then one is empty
  }

  @Test
  void enterComesBackToWhereTabBegan() {
    grid.click(3, "brand");
    robot.press(TAB);
    robot.type("Pans");
    robot.press(TAB);
    robot.press(ENTER);
    assertThat(grid.selected()).isEqualTo("4-4:brand");
    robot.press(TAB);
    robot.press(LEFT);
    robot.press(RIGHT);
    robot.press(ENTER);
    assertThat(grid.selected()).isEqualTo("5-5:category");
  }

  @Test
  void aPageGoesSideways() {
    robot.runOnFx(() ->
        grid.grid.setColumnLayout(
            Stream.of("sku", "name", "brand", "category", "price", "quantity", "available_from")
                .map(name -> new ColumnLayout(name, 300, true))
                .toList()));
    grid.click(3, "sku");
    robot.press(ALT, PAGE_DOWN);
    assertThat(grid.selected()).isEqualTo("3-3:category");
    robot.press(ALT, PAGE_UP);
    assertThat(grid.selected()).isEqualTo("3-3:sku");
  }
}
