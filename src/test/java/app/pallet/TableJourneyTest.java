package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.CellBlock;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Getting around in a table of some thousand rows: go to a row, freeze columns, add up, cancel. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class TableJourneyTest {

  private static final int PRODUCTS = 3_000;

  @TempDir private static Path folder;

  private Stage stage;
  private Editor editor;

  @Start
  void open(Stage shown) {
    stage = shown;
    editor =
        Journey.show(shown, Settings.DEFAULT.askingNothing(), TableJourneyTest::opened, folder);
    editor.controller().open(folder.resolve(System.nanoTime() + "/shop.pallet"));
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void aRowIsGoneToByItsNumberAndByItsSku(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    robot.push(KeyCode.CONTROL, KeyCode.G).write("#2,718").push(KeyCode.ENTER);
    Journey.until(() -> selectedRow(robot) == 2_717);

    String sku = Journey.stored(workspace(), "sku").get(1_234);
    robot.push(KeyCode.CONTROL, KeyCode.G).write(sku).push(KeyCode.ENTER);
    Journey.until(() -> selectedRow(robot) == 1_234);

    robot.push(KeyCode.CONTROL, KeyCode.G).write("nobody has this").push(KeyCode.ENTER);
    Journey.until(() -> text(robot, "#cell-remark").equals("There is no such row"));
    Journey.pictures(robot, editor, stage, "go-to-row");
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.CONTROL, KeyCode.G).write("Price 42").push(KeyCode.ENTER);
    Journey.until(() -> selectedRow(robot) == 41);
    assertThat(robot.lookup("#go-to-field").queryAs(TextField.class).getText())
        .isEqualTo("Price \u00b7 " + Journey.stored(workspace(), "sku").get(41));
  }

  @Test
  void everythingIsAddedUpByTheDatabase(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    robot.interact(() -> table(robot).focusCells());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    Journey.until(() -> text(robot, "#status-selection").contains("in 3,000 rows \u00b7 sum"));
  }

  @Test
  void theSumOfTheSelectionFollowsEditsAndUndo(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    Column price = workspace().schema().require("price");
    robot.interact(() -> {
      table(robot).select(0, 1, List.of(price));
      workspace().edits().fill(List.of(new CellBlock(0, 1, List.of(price))), "2.00");
    });
    Journey.until(() -> text(robot, "#status-selection").contains("sum 4 "));
    robot.interact(() -> workspace().edits().setCell(workspace().view().keyAt(0), price, "5.00"));
    Journey.until(() -> text(robot, "#status-selection").contains("sum 7 "));
    robot.interact(() -> workspace().changes().undo());
    Journey.until(() -> text(robot, "#status-selection").contains("sum 4 "));
  }

  @Test
  void aBlockIsPastedWithTheKeyboardIntoAnEmptyCatalogue(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    robot.interact(() -> editor.controller().open(folder.resolve("empty.pallet")));
    Journey.until(() ->
        editor.controller().workspace().isPresent()
            && workspace().database().file().endsWith("empty.pallet"));
    Journey.until(() -> !workspace().view().isCounting());
    WaitForAsyncUtils.waitForFxEvents();

    Journey.copy(robot, "P-1\tFirst\nP-2\tSecond\n");
    robot.push(KeyCode.CONTROL, KeyCode.V);
    Journey.until(() -> workspace().changes().counts().adds() == 2);
    assertThat(Journey.name(workspace(), 0)).isEqualTo("First");
  }

  @Test
  void aCancelledSearchLeavesAllRowsShown(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    robot.interact(() -> {
      editor.viewModel().searchProperty().set("lamp");
      editor.controller().cancelQuery();
    });
    Journey.until(() -> !workspace().view().isCounting());

    assertThat(editor.viewModel().searchProperty().get()).isEmpty();
    assertThat(workspace().view().size()).isEqualTo(PRODUCTS);
  }

  @Test
  void picturesOfFrozenColumns(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    robot.interact(() -> {
      ProductTable table = table(robot);
      table.setColumnLayout(
          table.columnLayout().stream()
              .map(c ->
                  new ColumnLayout(
                      c.name(), c.width(), c.visible(), List.of("sku", "name").contains(c.name())))
              .toList());
      table.select(3, 5, List.of(workspace().schema().require("tags")));
    });
    Journey.until(() -> robot.lookup("#frozen-columns").query().isVisible());
    robot.interact(() ->
        workspace()
            .edits()
            .setCell(workspace().view().keyAt(2), workspace().schema().require("name"), "Renamed"));
    WaitForAsyncUtils.waitForFxEvents();
    Journey.pictures(robot, editor, stage, "frozen-columns");
  }

  private static CatalogueDatabase opened(Path file, WorkMonitor monitor) {
    return file.endsWith("empty.pallet")
        ? CatalogueDatabase.openOrCreate(file, ProductSchema.create(), ConnectionSettings.DEFAULT)
        : ExampleCatalogue.create(file, PRODUCTS, monitor);
  }

  private int selectedRow(FxRobot robot) {
    return table(robot).selection().ranges().getFirst().firstRow();
  }

  private static ProductTable table(FxRobot robot) {
    return robot.lookup("#product-grid").queryAs(ProductTable.class);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }
}
