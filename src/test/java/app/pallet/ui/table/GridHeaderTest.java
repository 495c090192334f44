package app.pallet.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import app.pallet.ui.table.columns.ColumnLayout;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GridHeaderTest {

  private final UiRobot robot = UiRobot.start();
  private final FakeProducts products = new FakeProducts(1000);
  private final GridHandle grid = GridHandle.show(robot, products);

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @Test
  void clicksSortUpThenDownThenNotAtAll() {
    for (int click = 0; click < 3; click++) {
      robot.click("#header-name");
    }
    assertThat(products.wishes)
        .containsExactly("sort name ASCENDING", "sort name DESCENDING", "sort none");
  }

  @Test
  void aClickOnAnotherColumnSortsByThat() {
    robot.click("#header-name");
    robot.click("#header-sku");
    assertThat(products.wishes).containsExactly("sort name ASCENDING", "sort sku ASCENDING");
    assertThat(robot.findAll(robot.find("#header-sku"), ".sort-arrow")).hasSize(1);
    assertThat(robot.findAll(robot.find("#header-name"), ".sort-arrow")).isEmpty();
  }

  @Test
  void draggingAHeaderMovesTheColumnAndSortsNothing() {
    robot.drag(robot.find("#header-sku"), robot.find("#header-category"));
    assertThat(products.wishes).isEmpty();
    List<String> names = grid.grid.columnLayout().stream().map(ColumnLayout::name).toList();
    assertThat(names.indexOf("sku")).isGreaterThan(names.indexOf("description"));
  }

  @Test
  void keptColumnsAreHiddenAtFirst() {
    assertThat(grid.grid.columnLayout())
        .filteredOn(column -> !column.visible())
        .extracting(ColumnLayout::name)
        .containsExactly("id", "created", "updated", "version");
  }

  @Test
  void aRememberedLayoutComesBack() {
    List<ColumnLayout> layout =
        List.of(new ColumnLayout("price", 222, true), new ColumnLayout("sku", 99, false));
    robot.runOnFx(() -> grid.grid.setColumnLayout(layout));
    assertThat(grid.grid.columnLayout()).startsWith(layout.toArray(ColumnLayout[]::new));
    assertThat(grid.grid.columnLayout()).hasSize(products.schema.columns().size());
  }

  @Test
  void theMenuSortsHidesAndSelects() {
    robot.rightClick(robot.find("#header-name"));
    robot.click("#sort-descending");
    robot.rightClick(robot.find("#header-name"));
    robot.click("#select-column");
    assertThat(products.wishes).containsExactly("sort name DESCENDING");
    assertThat(grid.selected()).isEqualTo("0-999:name");
    robot.rightClick(robot.find("#header-name"));
    robot.click("#hide-column");
    assertThat(grid.grid.columnLayout())
        .filteredOn(column -> column.name().equals("name"))
        .containsExactly(new ColumnLayout("name", 190, false));
  }

  @Test
  void theMenuAddsAColumnToTheOrderAndComparesNumbersInTexts() {
    for (String[] press :
        new String[][] {
          {"#header-name", "#sort-descending"},
          {"#header-sku", "#sort-also-ascending"},
          {"#header-sku", "#sort-natural"},
          {"#header-name", "#sort-also-ascending"}
        }) {
      robot.rightClick(robot.find(press[0]));
      robot.click(press[1]);
    }
    assertThat(products.wishes)
        .containsExactly(
            "sort name DESCENDING",
            "sort name DESCENDING, sku ASCENDING",
            "sort name DESCENDING, sku ASCENDING natural",
            "sort name ASCENDING, sku ASCENDING natural");
    assertThat(grid.grid.columnLayout())
        .filteredOn(ColumnLayout::natural)
        .extracting(ColumnLayout::name)
        .containsExactly("sku");
  }

  @Test
  void aColumnIsAddedToTheOrderThenTurnedRoundThenTakenOut() {
    robot.runOnFx(() -> {
      grid.grid.sortBy(products.schema.require("name"));
      for (int i = 0; i < 3; i++) {
        grid.grid.sortAlsoBy(products.schema.require("sku"));
      }
      grid.grid.sortAlsoBy(products.schema.require("name"));
      grid.grid.sortAlsoBy(products.schema.require("name"));
    });
    assertThat(products.wishes)
        .containsExactly(
            "sort name ASCENDING",
            "sort name ASCENDING, sku ASCENDING",
            "sort name ASCENDING, sku DESCENDING",
            "sort name ASCENDING",
            "sort name DESCENDING",
            "sort none");
  }

  @Test
  void theMenuShowsAHiddenColumn() {
    robot.rightClick(robot.find("#header-name"));
    robot.click("#choose-columns");
    robot.waitUntil("the search has the focus", robot.find("#column-search")::isFocused);
    robot.click("#show-id");
    assertThat(grid.cell(0, "id").getText()).isEqualTo("1");
  }

  @Test
  void aHeaderTellsWhatItsColumnTakes() {
    assertThat(robot.find("#header-sku").getAccessibleHelp())
        .isEqualTo("SKU\nText, required, unique, up to 255 characters");
    assertThat(robot.find("#header-price").getAccessibleHelp())
        .isEqualTo("Price\nAmount, at least 0, up to 4 decimals");
  }
}
