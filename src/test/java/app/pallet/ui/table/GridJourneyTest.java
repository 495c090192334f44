package app.pallet.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a shop admin does all day, by TestFX's independent robot. */
@ExtendWith(ApplicationExtension.class)
class GridJourneyTest {

  private final FakeProducts products = new FakeProducts(200);

  @Start
  void show(Stage stage) {
    stage.setScene(new Scene(new ProductTable(products, products), 1000, 600));
    stage.show();
  }

  @Test
  void aColumnIsFilledInByTypingAndTheKeyboardAlone(FxRobot robot) {
    robot.clickOn(cell(robot, "SKU-00002"));
    robot.write("A-1").type(KeyCode.ENTER);
    robot.write("A-2").type(KeyCode.ENTER);
    robot.write("A-3").type(KeyCode.ESCAPE);
    robot.type(KeyCode.TAB).write("Caf\u00e9 tray").type(KeyCode.ENTER);
    assertThat(products.wishes)
        .containsExactly("set 1 sku 'A-1'", "set 2 sku 'A-2'", "set 3 name 'Caf\u00e9 tray'");
  }

  @Test
  void aBlockIsCopiedAndPastedFurtherDown(FxRobot robot) {
    robot.drag(cell(robot, "SKU-00002")).dropTo(cell(robot, "SKU-00004"));
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.clickOn(cell(robot, "SKU-00008"));
    robot.push(KeyCode.CONTROL, KeyCode.V);
    assertThat(products.wishes)
        .containsExactly("copy 1-3:sku", "paste 'SKU-00002\nSKU-00003\nSKU-00004' at 7 sku");
  }

  @Test
  void aDoubleClickAndAClickElsewhereKeepTheText(FxRobot robot) {
    robot.doubleClickOn(cell(robot, "SKU-00003")).write("-B");
    robot.clickOn(cell(robot, "SKU-00006"));
    assertThat(products.wishes).containsExactly("set 2 sku 'SKU-00003-B'");
  }

  private static TableCell<?, ?> cell(FxRobot robot, String text) {
    return robot
        .lookup(node -> node instanceof TableCell<?, ?> cell && text.equals(cell.getText()))
        .query();
  }
}
