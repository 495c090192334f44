package app.pallet.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import app.pallet.ui.table.columns.ColumnLayout;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns that stay while the others scroll sideways take mouse, keys and edits like any other. */
class GridFrozenTest {

  private final UiRobot robot = UiRobot.start();
  private final FakeProducts products = new FakeProducts(1_000);
  private final GridHandle grid = GridHandle.show(robot, products);

  @BeforeEach
  void freezeSkuAndName() {
    robot.rightClick(robot.find("#header-name"));
    robot.click("#freeze-columns");
  }

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  private void scrollToTheLastColumn() {
    grid.click(0, "sku");
    robot.press(KeyCode.END);
  }

  private Node pane() {
    return robot.find("#frozen-columns");
  }

  private TableCell<?, ?> frozen(int row, String column) {
    Node pane = pane();
    return robot.onFx(() ->
        pane.lookupAll(".grid-cell").stream()
            .map(node -> (TableCell<?, ?>) node)
            .filter(cell -> cell.getParent().isVisible() && cell.getIndex() == row)
            .filter(cell -> ("column-" + column).equals(cell.getTableColumn().getId()))
            .findFirst()
            .orElseThrow());
  }

  private double left(Node node) {
    return robot.onFx(() -> node.localToScene(0, 0).getX());
  }

  @Test
  void nothingLiesOverTheRowsUntilTheyAreScrolled() {
    assertThat(pane().isVisible()).isFalse();
    scrollToTheLastColumn();
    assertThat(pane().isVisible()).isTrue();
    robot.press(KeyCode.CONTROL, KeyCode.HOME);
    robot.press(KeyCode.RIGHT);
    robot.press(KeyCode.RIGHT);
    assertThat(pane().isVisible()).isFalse();
  }

  @Test
  void cellsAndHeadersStayAndShowTheRowsTheyBelongTo() {
    double header = left(robot.find("#header-name"));
    double cell = left(grid.cell(3, "name"));
    String text = grid.cell(3, "name").getText();

    scrollToTheLastColumn();

    assertThat(left(robot.find("#header-name"))).isEqualTo(header);
    assertThat(left(frozen(3, "name"))).isEqualTo(cell);
    assertThat(frozen(3, "name").getText()).isEqualTo(text);

    robot.press(KeyCode.CONTROL, KeyCode.END);
    assertThat(frozen(999, "sku").getText()).isNotEmpty();
  }

  @Test
  void aClickAndADragSelectFrozenCellsAndOthersTogether() {
    scrollToTheLastColumn();
    robot.click(frozen(2, "name"));
    assertThat(grid.selected()).isEqualTo("2-2:name");
    assertThat(pane().isVisible()).isTrue();

    robot.drag(frozen(2, "sku"), frozen(4, "name"));
    assertThat(grid.selected()).isEqualTo("2-4:sku,name");
    assertThat(frozen(3, "sku").isSelected()).isTrue();

    robot.click(grid.cell(5, "available_from"));
    assertThat(grid.selected()).isEqualTo("5-5:available_from");
  }

  @Test
  void keysReachFrozenColumnsWithoutScrolling() {
    scrollToTheLastColumn();
    robot.press(KeyCode.HOME);
    assertThat(grid.selected()).isEqualTo("0-0:sku");
    assertThat(pane().isVisible()).isTrue();
  }

  @Test
  void aCellThatScrollsIsNeverHiddenUnderTheFrozenOnes() {
    scrollToTheLastColumn();
    for (int i = 0; i < 12; i++) {
      robot.press(KeyCode.LEFT);
    }
    Node pane = pane();
    double edge = robot.onFx(() -> pane.localToScene(pane.getLayoutBounds()).getMaxX());
    Node active =
        robot.onFx(() ->
            grid.grid.lookup(".table-view").lookupAll(".grid-cell").stream()
                .filter(cell -> ((TableCell<?, ?>) cell).isFocused())
                .findFirst()
                .orElseThrow());
    assertThat(left(active)).isGreaterThanOrEqualTo(edge - 1);
  }

  @Test
  void aFrozenCellIsEditedWhereItStands() {
    scrollToTheLastColumn();
    double cell = left(frozen(4, "name"));
    robot.doubleClick(frozen(4, "name"));
    assertThat(grid.isEditing()).isTrue();
    assertThat(left(robot.find("#cell-editor"))).isEqualTo(cell);
    robot.press(KeyCode.CONTROL, KeyCode.A);
    robot.type("Kettle");
    robot.press(KeyCode.ENTER);

    assertThat(products.wishes).containsExactly("set 4 name 'Kettle'");
    assertThat(frozen(4, "name").getText()).isEqualTo("Kettle");
  }

  @Test
  void theWheelScrollsOverThem() {
    scrollToTheLastColumn();
    robot.wheel(frozen(2, "sku"), 5);
    Node pane = pane();
    int last =
        robot.onFx(() ->
            pane.lookupAll(".grid-cell").stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getParent().isVisible())
                .mapToInt(TableCell::getIndex)
                .max()
                .orElseThrow());
    assertThat(last).isGreaterThan(20);
  }

  @Test
  void theyAreRememberedAndRestored() {
    List<ColumnLayout> layout = robot.onFx(grid.grid::columnLayout);
    assertThat(layout)
        .filteredOn(ColumnLayout::frozen)
        .extracting(ColumnLayout::name)
        .containsExactly("sku", "name");

    robot.rightClick(robot.find("#header-name"));
    robot.click("#freeze-columns");
    assertThat(robot.onFx(grid.grid::columnLayout)).noneMatch(ColumnLayout::frozen);

    robot.runOnFx(() -> grid.grid.setColumnLayout(layout));
    assertThat(robot.onFx(grid.grid::columnLayout)).filteredOn(ColumnLayout::frozen).hasSize(2);
  }

  @Test
  void allColumnsAreFitted() {
    double before = robot.onFx(() -> grid.grid.columnLayout().get(1).width());
    robot.rightClick(robot.find("#header-name"));
    robot.click("#fit-columns");
    assertThat(robot.onFx(() -> grid.grid.columnLayout().get(1).width())).isNotEqualTo(before);
  }
}
