package app.pallet.ui.table;

import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.D;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.F10;
import static javafx.scene.input.KeyCode.MINUS;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.V;
import static javafx.scene.input.KeyCode.X;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GridClipboardTest {

  private final UiRobot robot = UiRobot.start();
  private final FakeProducts products = new FakeProducts(1000);
  private final GridHandle grid = GridHandle.show(robot, products);

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  private String clipboard() {
    return robot.onFx(() -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void copyingPutsTheSelectedCellsOnTheClipboard() {
    robot.drag(grid.cell(1, "sku"), grid.cell(2, "name"));
    robot.press(CONTROL, C);
    assertThat(products.wishes).containsExactly("copy 1-2:sku,name");
    assertThat(clipboard()).isEqualTo("SKU-00002\tLinen tea towel\nSKU-00003\tCast iron pan");
  }

  @Test
  void cuttingClearsWhatItCopied() {
    grid.click(1, "sku");
    robot.press(CONTROL, X);
    assertThat(products.wishes).containsExactly("copy 1-1:sku", "clear 1-1:sku");
    assertThat(clipboard()).isEqualTo("SKU-00002");
  }

  @Test
  void pastingGoesToTheUpperLeftOfTheNewestRectangle() {
    robot.runOnFx(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "a\tb")));
    robot.drag(grid.cell(5, "description"), grid.cell(3, "name"));
    robot.press(CONTROL, V);
    assertThat(products.wishes).containsExactly("paste 'a\tb' at 3 name");
  }

  @Test
  void pastingWhatWasCopiedHereHasNoNeedOfHtml() {
    robot.drag(grid.cell(1, "sku"), grid.cell(2, "name"));
    robot.press(CONTROL, C);
    robot.press(CONTROL, V);
    assertThat(products.wishes)
        .last()
        .isEqualTo("paste 'SKU-00002\tLinen tea towel\nSKU-00003\tCast iron pan' at 1 sku");
  }

  @Test
  void pastingTakesATableWithoutText() {
    robot.runOnFx(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.HTML, "<table>")));
    grid.click(1, "sku");
    robot.press(CONTROL, V);
    assertThat(products.wishes).containsExactly("paste '' at 1 sku");
  }

  @Test
  void pastingWorksInAnEmptyGrid() {
    robot.runOnFx(() -> {
      products.resize(0);
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "a"));
    });
    robot.press(CONTROL, V);
    assertThat(products.wishes).containsExactly("paste 'a' at 0 sku");
  }

  @Test
  void fillDownAndDeleteRowsHaveTheirKeys() {
    robot.drag(grid.cell(1, "name"), grid.cell(3, "name"));
    robot.press(CONTROL, D);
    robot.press(CONTROL, MINUS);
    assertThat(products.wishes).containsExactly("fill down 1-3:name", "delete 1-3:name");
  }

  @Test
  void fillDownGetsTheRectanglesAsTheyWereSelected() {
    robot.drag(grid.cell(0, "name"), grid.cell(2, "name"));
    grid.clickHolding(1, "sku", CONTROL);
    grid.clickHolding(5, "sku", SHIFT);
    robot.press(CONTROL, D);
    assertThat(products.wishes).containsExactly("fill down 0-2:name 1-5:sku");
  }

  @Test
  void theMenuWorksOnTheSelection() {
    robot.drag(grid.cell(1, "sku"), grid.cell(2, "name"));
    robot.rightClick(grid.cell(2, "sku"));
    robot.click("#revert-cells");
    assertThat(products.wishes).containsExactly("revert 1-2:sku,name");
  }

  @Test
  void theMenuOfAnUnselectedCellSelectsItFirst() {
    robot.drag(grid.cell(1, "sku"), grid.cell(2, "name"));
    robot.rightClick(grid.cell(5, "sku"));
    robot.click("#clear-cells");
    assertThat(products.wishes).containsExactly("clear 5-5:sku");
  }

  @Test
  void theMenuKeyOpensTheMenuAtTheActiveCell() {
    grid.click(5, "sku");
    robot.press(SHIFT, F10);
    robot.click("#copy-cells");
    assertThat(products.wishes).containsExactly("copy 5-5:sku");
  }

  @Test
  void theGridsShortcutsDoNothingWhileTheFocusIsElsewhere() {
    robot.runOnFx(() -> {
      TextField search = new TextField("abc");
      ((StackPane) grid.stage.getScene().getRoot()).getChildren().add(search);
      search.requestFocus();
    });
    robot.press(CONTROL, MINUS);
    robot.press(DELETE);
    assertThat(products.wishes).isEmpty();
  }
}
