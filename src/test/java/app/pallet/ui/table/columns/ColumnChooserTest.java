package app.pallet.ui.table.columns;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import app.pallet.ui.table.FakeProducts;
import app.pallet.ui.table.GridHandle;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.theme.MultiSelectList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns chosen and put in order by the mouse, by buttons and by keys. */
class ColumnChooserTest {

  private final UiRobot robot = UiRobot.start();
  private final FakeProducts products = new FakeProducts(1000);
  private final GridHandle grid = GridHandle.show(robot, products);

  @BeforeEach
  void open() {
    GridTable table = (GridTable) robot.find(".table-view");
    robot.runOnFx(() -> {
      ColumnChooser chooser = new ColumnChooser(new ColumnList(table, products.schema.columns()));
      chooser.setMaxSize(320, 520);
      StackPane.setAlignment(chooser, Pos.TOP_RIGHT);
      ((StackPane) grid.stage.getScene().getRoot()).getChildren().add(chooser);
    });
  }

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @Test
  void aScreenReaderIsToldOfSelectedColumnsOnTheScreen() {
    MultiSelectList<?> list = (MultiSelectList<?>) robot.find("#column-list");
    robot.runOnFx(() -> {
      list.setMaxHeight(100);
      list.getSelectionModel().selectAll();
    });
    List<?> told =
        robot.onFx(
            () -> (List<?>) list.queryAccessibleAttribute(AccessibleAttribute.SELECTED_ITEMS));
    int all = robot.onFx(() -> list.getItems().size());
    assertThat(told).hasSizeBetween(2, all - 1);
    robot.runOnFx(() -> list.getSelectionModel().clearAndSelect(all - 1));
    List<?> outOfSight =
        robot.onFx(
            () -> (List<?>) list.queryAccessibleAttribute(AccessibleAttribute.SELECTED_ITEMS));
    assertThat(outOfSight).isEmpty();
  }

  private List<String> shown() {
    return robot.onFx(() ->
        grid.grid.columnLayout().stream()
            .filter(ColumnLayout::visible)
            .map(ColumnLayout::name)
            .toList());
  }

  @Test
  void aTickShowsAColumnAndAnotherHidesIt() {
    List<String> before = shown();
    robot.click("#show-name");

    assertThat(shown()).doesNotContain("name").hasSize(before.size() - 1);
    robot.click("#show-name");
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void aColumnIsFoundByNameAndTickedByKeysAlone() {
    robot.click("#column-search");
    robot.type("vers");
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.SPACE);

    assertThat(shown()).contains("version");
  }

  @Test
  void aColumnIsMovedByKeysByButtonsAndByTheMouse() {
    robot.click("#column-search");
    robot.type("bran");
    robot.press(KeyCode.DOWN);
    robot.click("#column-search-clear");
    robot.press(KeyCode.ALT, KeyCode.HOME);
    assertThat(shown().getFirst()).isEqualTo("brand");
    robot.click("#column-down");
    robot.click("#column-down");
    assertThat(shown().indexOf("brand")).isEqualTo(1); // behind the id, which is hidden
    List<String> before = shown();

    robot.drag(grip("sku"), grip("name"));
    assertThat(shown().indexOf("sku")).isEqualTo(before.indexOf("name"));
    assertThat(shown().indexOf("name")).isLessThan(before.indexOf("name"));
  }

  @Test
  void noneLeavesOneAndAllShowsAll() {
    robot.click("#columns-none");
    assertThat(shown()).hasSize(1);
    robot.click("#columns-all");
    assertThat(shown()).hasSize(products.schema.columns().size());
  }

  @Test
  void resetBringsBackTheFirstOrder() {
    List<ColumnLayout> before = robot.onFx(grid.grid::columnLayout);
    robot.click("#column-search");
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.ALT, KeyCode.END);
    robot.click("#columns-none");
    frozen(2);
    robot.click("#columns-reset");

    assertThat(robot.onFx(grid.grid::columnLayout)).isEqualTo(before);
    assertThat(frozen().getValue()).isEqualTo(1);
  }

  @Test
  void columnsStayAtTheLeft() {
    frozen(3);

    assertThat(robot.onFx(grid.grid::columnLayout)).filteredOn(ColumnLayout::frozen).hasSize(3);
  }

  @Test
  void everyControlHasAName() {
    assertThat(robot.find("#column-list").getAccessibleText()).isNotBlank();
    assertThat(robot.find("#columns-frozen").getAccessibleText()).isNotBlank();
    for (String id : List.of("#column-first", "#column-up", "#column-down", "#column-last")) {
      assertThat(robot.find(id).getAccessibleText()).isNotBlank();
    }
    CheckBox box = (CheckBox) robot.find("#show-name");
    assertThat(box.getText()).isEqualTo("Name");
  }

  private void frozen(int count) {
    Spinner<Integer> spinner = frozen();
    robot.runOnFx(() -> spinner.getValueFactory().setValue(count));
  }

  @SuppressWarnings("unchecked")
  private Spinner<Integer> frozen() {
    return (Spinner<Integer>) robot.find("#columns-frozen");
  }

  private Node grip(String column) {
    Node box = robot.find("#show-" + column);
    return robot.onFx(() -> box.getParent().lookup(".column-grip"));
  }
}
