package app.pallet.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import app.pallet.ui.table.columns.ColumnLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
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
  void aClickSelectsTheColumnAndShiftAndControlSelectMore() {
    robot.click("#header-sku");
    assertThat(grid.selected()).isEqualTo("0-999:sku");
    robot.clickHolding(robot.find("#header-description"), KeyCode.SHIFT);
    assertThat(grid.selected()).isEqualTo("0-999:sku,name,description");
    robot.click("#header-sku");
    robot.clickHolding(robot.find("#header-description"), KeyCode.CONTROL);
    assertThat(grid.selected()).isEqualTo("0-999:sku,description");
    assertThat(products.wishes).isEmpty();
  }

  @Test
  void keysSortUpThenDownThenNotAtAll() {
    grid.click(0, "name");
    for (int press = 0; press < 3; press++) {
      robot.press(KeyCode.ALT, KeyCode.UP);
    }
    assertThat(products.wishes)
        .containsExactly("sort name ASCENDING", "sort name DESCENDING", "sort none");
  }

  @Test
  void keysAddSortKeysWhichTheHeadingsNumber() {
    grid.click(0, "name");
    robot.press(KeyCode.ALT, KeyCode.UP);
    assertThat(sign("name")).isEmpty();
    grid.click(0, "sku");
    robot.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
    assertThat(sign("name")).isEqualTo("1");
    assertThat(sign("sku")).isEqualTo("2");
    robot.press(KeyCode.ALT, KeyCode.UP);
    assertThat(robot.find("#header-name .sort-mark").isVisible()).isFalse();
  }

  private String sign(String column) {
    return ((Label) robot.find("#header-" + column + " .sort-mark")).getText();
  }

  @Test
  void theMarkUnderTheMouseOpensTheMenuAndSoDoesAKey() {
    robot.moveTo(robot.find("#header-price"));
    robot.click("#menu-price");
    robot.click("#sort-descending");
    grid.click(0, "name");
    robot.press(KeyCode.ALT, KeyCode.DOWN);
    robot.click("#sort-ascending");
    assertThat(products.wishes).containsExactly("sort price DESCENDING", "sort name ASCENDING");
    assertThat(grid.selected()).isEqualTo("0-0:name");
  }

  @Test
  void aFilteredColumnHasAFunnelThatAsksForItsFilter() {
    List<String> asked = new ArrayList<>();
    robot.runOnFx(() -> {
      grid.grid.setOnFilter(column -> asked.add(column.name()));
      grid.grid.showFiltered(Set.of("name"));
    });
    robot.click(robot.find("#header-name .heading-filter"));
    assertThat(asked).containsExactly("name");
  }

  @Test
  void theKeyIsFrozenAtFirstAndFittedColumnsHaveALimit() {
    products.put(0, products.edited(0, products.column("name"), "long ".repeat(40)));
    assertThat(grid.grid.columnLayout())
        .filteredOn(ColumnLayout::frozen)
        .extracting(ColumnLayout::name)
        .containsExactly("sku");
    robot.rightClick(robot.find("#header-sku"));
    robot.click("#fit-columns");
    assertThat(grid.grid.columnLayout())
        .filteredOn(column -> column.name().equals("name"))
        .extracting(ColumnLayout::width)
        .containsExactly(420.0);
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
    grid.click(0, "name");
    robot.press(KeyCode.ALT, KeyCode.UP);
    grid.click(0, "sku");
    for (int press = 0; press < 3; press++) {
      robot.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
    }
    grid.click(0, "name");
    robot.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
    robot.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
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
    String howTo = "\nA click selects the column; Alt+Up sorts by it";
    assertThat(robot.find("#header-sku").getAccessibleHelp())
        .isEqualTo("SKU\nText, required, unique, up to 255 characters" + howTo);
    assertThat(robot.find("#header-price").getAccessibleHelp())
        .isEqualTo("Price\nAmount, at least 0, up to 4 decimals" + howTo);
  }
}
