package app.pallet.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a screen reader asks, the grid answers from what is on the screen. Counted, not timed.
 */
class GridAccessibilityTest {

  private static final int FEW = 60;

  private final UiRobot robot = UiRobot.start();
  private final FakeProducts products = new FakeProducts(1_000_000);
  private final GridHandle grid = GridHandle.show(robot, products);

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  private Object answer(Node asked, AccessibleAttribute attribute, Object... parameters) {
    products.asked = 0;
    Object answer = robot.onFx(() -> asked.queryAccessibleAttribute(attribute, parameters));
    assertThat(products.asked).isLessThan(FEW);
    return answer;
  }

  private TableView<?> table() {
    return (TableView<?>) robot.find("#product-table");
  }

  @Test
  void ofAllSelectedRowsThoseOnTheScreenAreTold() {
    robot.press(KeyCode.CONTROL, KeyCode.A);
    List<?> cells = (List<?>) answer(table(), AccessibleAttribute.SELECTED_ITEMS);
    assertThat(cells).hasSizeBetween(20, 20 * FEW);
    assertThat(cells)
        .allSatisfy(cell -> assertThat(((TableCell<?, ?>) cell).isSelected()).isTrue());
    assertThat(List.<Object>copyOf(cells)).contains(grid.cell(0, "sku"), grid.cell(5, "name"));
  }

  @Test
  void aRowOnTheScreenTellsItsOwn() {
    grid.click(2, "sku");
    grid.clickHolding(6, "sku", KeyCode.SHIFT);
    TableRow<?> row = grid.cell(5, "sku").getTableRow();
    assertThat(answer(row, AccessibleAttribute.SELECTED_ITEMS))
        .isEqualTo(List.of(grid.cell(5, "sku")));
    TableRow<?> above = grid.cell(1, "sku").getTableRow();
    assertThat(answer(above, AccessibleAttribute.SELECTED_ITEMS)).isEqualTo(List.of());
  }

  @Test
  void whatIsSelectedOutOfSightIsNotTold() {
    grid.click(2, "sku");
    robot.wheel(grid.cell(2, "sku"), 100);
    assertThat(answer(table(), AccessibleAttribute.SELECTED_ITEMS)).isEqualTo(List.of());
  }

  @Test
  void everyOtherQuestionLooksAtFewRows() {
    robot.press(KeyCode.CONTROL, KeyCode.A);
    for (Node asked : List.of(table(), grid.cell(3, "sku").getTableRow(), grid.cell(3, "name"))) {
      for (AccessibleAttribute attribute : AccessibleAttribute.values()) {
        Object[] parameters =
            switch (attribute) {
              case ROW_AT_INDEX, COLUMN_AT_INDEX, TREE_ITEM_AT_INDEX -> new Object[] {7};
              case CELL_AT_ROW_COLUMN -> new Object[] {999_999, 1};
              case NODE_AT_POINT -> new Object[] {javafx.geometry.Point2D.ZERO};
              case BOUNDS_FOR_RANGE, LINE_FOR_OFFSET, LINE_START, LINE_END, OFFSET_AT_POINT -> null;
              default -> new Object[0];
            };
        if (parameters != null) {
          answer(asked, attribute, parameters);
        }
      }
    }
    assertThat(answer(table(), AccessibleAttribute.FOCUS_ITEM)).isEqualTo(grid.cell(0, "sku"));
  }
}
