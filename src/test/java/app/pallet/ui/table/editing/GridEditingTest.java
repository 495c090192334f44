package app.pallet.ui.table.editing;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.CellFormat;
import app.pallet.ui.UiRobot;
import app.pallet.ui.table.FakeProducts;
import app.pallet.ui.table.GridHandle;
import app.pallet.ui.table.columns.ColumnLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GridEditingTest {

  private final UiRobot robot = UiRobot.start();
  private final FakeProducts products = new FakeProducts(1000);
  private final GridHandle grid = GridHandle.show(robot, products);

  @BeforeEach
  void showOneColumnOfEachType() {
    robot.runOnFx(() ->
        grid.grid.setColumnLayout(
            Stream.of("sku", "name", "price", "quantity", "tax_class", "active", "available_from")
                .map(name -> new ColumnLayout(name, 110, true))
                .toList()));
  }

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @ParameterizedTest
  @CsvSource({
    "name, Copper pot, Copper pot",
    "price, '1.299,50', '1.299,50'",
    "quantity, 12, 12",
    "tax_class, zero, zero",
    "available_from, 31.12.2026, 31.12.2026"
  })
  void typingOverACellAndEnterSetsItOnce(String column, String typed, String wanted) {
    grid.click(3, column);
    robot.type(typed);
    robot.press(ENTER);
    assertThat(products.wishes).containsExactly("set 3 " + column + " '" + wanted + "'");
    assertThat(grid.selected()).isEqualTo("4-4:" + column);
    assertThat(grid.isEditing()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"name", "price", "quantity", "tax_class", "available_from"})
  void escapeDropsWhatWasTyped(String column) {
    grid.click(3, column);
    robot.press(F2);
    robot.press(CONTROL, A);
    robot.type("77");
    robot.press(ESCAPE);
    assertThat(products.wishes).isEmpty();
    assertThat(grid.isEditing()).isFalse();
    assertThat(grid.selected()).isEqualTo("3-3:" + column);
  }

  @ParameterizedTest
  @CsvSource({
    "name, 'Oak chopping board!'",
    "price, '58.90!'",
    "quantity, '3757!'",
    "available_from, '2026-01-04!'"
  })
  void doubleClickEditsTheTextAndAClickElsewhereKeepsIt(String column, String wanted) {
    robot.doubleClick(grid.cell(3, column));
    robot.type("!");
    grid.click(6, "sku");
    assertThat(products.wishes).containsExactly("set 3 " + column + " '" + wanted + "'");
    assertThat(grid.selected()).isEqualTo("6-6:sku");
  }

  @ParameterizedTest
  @CsvSource({"name", "price", "quantity", "tax_class", "available_from"})
  void anEditThatChangesNothingSetsNothing(String column) {
    grid.click(3, column);
    robot.press(F2);
    assertThat(grid.isEditing()).isTrue();
    robot.press(ENTER);
    assertThat(products.wishes).isEmpty();
  }

  @Test
  void tabKeepsAndMovesToTheRight() {
    grid.click(3, "sku");
    robot.type("A-1");
    robot.press(TAB);
    robot.type("Kettle");
    robot.press(SHIFT, TAB);
    assertThat(products.wishes).containsExactly("set 3 sku 'A-1'", "set 3 name 'Kettle'");
    assertThat(grid.selected()).isEqualTo("3-3:sku");
  }

  @Test
  void enterWithShiftKeepsAndMovesUp() {
    grid.click(3, "sku");
    robot.type("A-1");
    robot.press(SHIFT, ENTER);
    assertThat(grid.selected()).isEqualTo("2-2:sku");
    assertThat(products.wishes).hasSize(1);
  }

  @Test
  void anArrowLeavesWhatWasTypedOverButMovesTheCaretInAnOpenedText() {
    grid.click(3, "sku");
    robot.type("A-1");
    robot.press(RIGHT);
    assertThat(grid.selected()).isEqualTo("3-3:name");
    robot.press(F2);
    robot.press(LEFT);
    robot.type("x");
    assertThat(grid.editorText()).isEqualTo("Oak chopping boarxd");
  }

  @Test
  void altEnterBreaksTheLine() {
    grid.click(3, "name");
    robot.type("one");
    robot.press(ALT, ENTER);
    robot.type("two");
    robot.press(ENTER);
    assertThat(products.wishes).containsExactly("set 3 name 'one\\ntwo'");
    assertThat(grid.cell(3, "name").getText()).isEqualTo("one \u21B5 two");
  }

  @Test
  void controlEnterFillsTheSelection() {
    robot.drag(grid.cell(2, "price"), grid.cell(4, "price"));
    robot.type("5");
    robot.press(CONTROL, ENTER);
    assertThat(products.wishes).containsExactly("fill 2-4:price '5'");
    assertThat(grid.selected()).isEqualTo("2-4:price");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          price          | +10%     | 58.90 → 64.79
          price          | =cost*2  | Stays 58.90
          price          | =prize   | There is no column "prize"; a text is written as "prize" (at character 2); accepted is a formula such as =cost*1.4
          price          | 12       |
          name           | +10%     |
          available_from | 1.5.2027 | 2027-05-01, Saturday
          available_from | +7       | 2026-01-11, Sunday
          available_from | 3/4      | Could be day or month first; accepted is a date such as 2026-12-31, 31.12. or 31 December
          """)
  void whatComesOfATypedTextIsSaidBeforeItIsTaken(String column, String typed, String wanted) {
    grid.click(3, column);
    robot.type(typed);
    Label hint = robot.onFx(() -> (Label) grid.grid.lookup("#typed-hint"));
    assertThat(robot.onFx(hint::isVisible)).isEqualTo(wanted != null);
    assertThat(robot.onFx(hint::getText)).isEqualTo(wanted == null ? "" : wanted);
    robot.screenshot(grid.stage).save(Path.of("target/screenshots/typed-" + column + ".png"));
    robot.press(ENTER);
    assertThat(products.wishes).containsExactly("set 3 " + column + " '" + typed + "'");
  }

  @Test
  void scrollingKeepsWhatWasTyped() {
    grid.click(3, "sku");
    robot.type("A-1");
    robot.wheel(grid.cell(6, "name"), 3);
    assertThat(products.wishes).containsExactly("set 3 sku 'A-1'");
    assertThat(grid.isEditing()).isFalse();
  }

  @Test
  void aButtonOutsideGetsTheRowsWithWhatWasTyped() {
    Button commit = robot.onFx(() -> new Button("Commit"));
    robot.runOnFx(() -> {
      commit.setOnAction(event -> products.wishes.add("commit"));
      StackPane.setAlignment(commit, javafx.geometry.Pos.BOTTOM_RIGHT);
      ((StackPane) grid.stage.getScene().getRoot()).getChildren().add(commit);
    });
    grid.click(3, "sku");
    robot.type("A-1");
    robot.click(commit);
    assertThat(products.wishes).containsExactly("set 3 sku 'A-1'", "commit");
  }

  @Test
  void rowsThatArriveDoNotDisturbAnEdit() {
    grid.click(3, "sku");
    robot.type("A");
    robot.runOnFx(() -> products.arrive(0, 100));
    robot.type("-1");
    assertThat(grid.editorText()).isEqualTo("A-1");
  }

  @Test
  void rowsThatChangePlacesEndAnEditOfTheRightRow() {
    grid.click(3, "sku");
    robot.type("A-1");
    robot.runOnFx(() -> products.resize(2));
    assertThat(products.wishes).containsExactly("set 3 sku 'A-1'");
  }

  @Test
  void spaceTogglesYesAndNo() {
    grid.click(1, "active");
    robot.press(SPACE);
    robot.press(SPACE);
    assertThat(products.wishes).containsExactly("set 1 active 'no'", "set 1 active 'yes'");
  }

  @Test
  void aClickOnTheBoxOfTheActiveCellTogglesIt() {
    grid.click(1, "active");
    assertThat(products.wishes).isEmpty();
    grid.click(1, "active");
    assertThat(products.wishes).containsExactly("set 1 active 'no'");
  }

  @Test
  void typingYesOrNoSetsIt() {
    grid.click(1, "active");
    robot.type("n");
    robot.type("q");
    robot.type("y");
    assertThat(products.wishes).containsExactly("set 1 active 'no'", "set 1 active 'yes'");
  }

  @Test
  void typingSearchesTheChoices() {
    grid.click(3, "tax_class");
    robot.type("re");
    robot.press(TAB);
    assertThat(products.wishes).containsExactly("set 3 tax_class 'reduced'");
  }

  @Test
  void arrowsGoThroughTheChoices() {
    grid.click(3, "tax_class");
    robot.press(F2);
    robot.press(DOWN);
    robot.press(DOWN);
    robot.press(ENTER);
    assertThat(products.wishes).containsExactly("set 3 tax_class 'zero'");
  }

  @Test
  void aClickPicksAChoice() {
    robot.doubleClick(grid.cell(3, "tax_class"));
    robot.click(
        robot.findAll(robot.find("#choice-list"), ".list-cell").stream()
            .filter(node ->
                node instanceof javafx.scene.control.ListCell<?> cell
                    && "exempt".equals(cell.getText()))
            .findFirst()
            .orElseThrow());
    assertThat(products.wishes).containsExactly("set 3 tax_class 'exempt'");
    assertThat(grid.isEditing()).isFalse();
  }

  @Test
  void whatIsNoChoiceIsPassedOnAsTyped() {
    grid.click(3, "tax_class");
    robot.type("luxury");
    robot.press(ENTER);
    assertThat(products.wishes).containsExactly("set 3 tax_class 'luxury'");
    assertThat(grid.tooltip(3, "tax_class"))
        .startsWith("Is not one of the choices")
        .endsWith("Was: standard");
  }

  @Test
  void anEmptiedChoiceIsEmpty() {
    grid.click(3, "tax_class");
    robot.press(F2);
    robot.press(DELETE);
    robot.press(ENTER);
    assertThat(products.wishes).containsExactly("set 3 tax_class ''");
  }

  @Test
  void aClickPicksADayOfTheCalendar() {
    robot.doubleClick(grid.cell(3, "available_from"));
    robot.click(
        robot.findAll(robot.find("#calendar"), ".day-cell").stream()
            .filter(node ->
                node instanceof javafx.scene.control.DateCell cell
                    && cell.getItem().toString().equals("2026-01-20"))
            .findFirst()
            .orElseThrow());
    assertThat(products.wishes).containsExactly("set 3 available_from '2026-01-20'");
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"DELETE", "BACK_SPACE"})
  void deleteClearsTheSelectedRangesAtOnce(KeyCode key) {
    robot.drag(grid.cell(2, "name"), grid.cell(4, "price"));
    robot.press(key);
    assertThat(products.wishes).containsExactly("clear 2-4:name,price");
  }

  @Test
  void whatMayNotBeEditedOpensNoEditor() {
    robot.runOnFx(() -> {
      products.put(3, products.deleted(3));
      products.missing = row -> row == 4;
      products.arrive(4, 5);
    });
    for (int row : List.of(3, 4)) {
      grid.click(row, "sku");
      robot.press(F2);
      robot.type("x");
      assertThat(grid.isEditing()).isFalse();
    }
    assertThat(products.wishes).isEmpty();
  }

  @Test
  void aTextWithLineBreaksIsShownWholeInItsTooltip() {
    grid.click(3, "name");
    robot.type("one");
    robot.press(ALT, ENTER);
    robot.type("two");
    robot.press(ENTER);
    assertThat(grid.tooltip(3, "name")).isEqualTo("one\ntwo\nWas: Oak chopping board");
  }

  @Test
  void anEditedCellTellsWhatItWas() {
    grid.click(3, "price");
    robot.type("1234.5");
    robot.press(ENTER);
    assertThat(grid.cell(3, "price").getText()).isEqualTo("1,234.50");
    assertThat(grid.tooltip(3, "price")).isEqualTo("Was: 58.90");
    assertThat(grid.spoken(3, "price")).isEqualTo("Price, 1,234.50, Was: 58.90");
  }

  @Test
  void numbersAreEditedInTheStyleInWhichTheyAreRead() {
    robot.closeWindows();
    FakeProducts german = new FakeProducts(10);
    german.format = CellFormat.of(Locale.GERMANY);
    GridHandle table = GridHandle.show(robot, german);
    robot.runOnFx(() -> table.grid.setColumnLayout(List.of(new ColumnLayout("price", 110, true))));
    robot.doubleClick(table.cell(3, "price"));
    assertThat(table.editorText()).isEqualTo("58,90");
    robot.type("5");
    robot.press(ENTER);
    assertThat(table.cell(3, "price").getText()).isEqualTo("58,905");
  }
}
