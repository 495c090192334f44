package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.ShopFile;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.discovery.TableAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A shop's own database in the real window: choosing a table of it, and what can be done there. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class NorthwindJourneyTest {

  private static final String CHOOSER = "#tables-pane";

  @TempDir private static Path root;

  private Path folder;
  private ShopFile shop;
  private Stage stage;
  private Editor editor;

  @Start
  void begin(Stage shown) throws Exception {
    folder = Files.createTempDirectory(root, "shop");
    shop = ShopFile.create(folder.resolve("northwind.db"), "delete");
    stage = shown;
    editor =
        Journey.show(
            shown,
            Settings.DEFAULT,
            (file, monitor) -> CatalogueDatabase.open(file, ConnectionSettings.DEFAULT),
            folder);
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void aDatabaseThatIsNoCatalogueOffersItsTables(FxRobot robot) {
    choose(robot);
    for (int[] size : new int[][] {{900, 600}, {1440, 900}}) {
      robot.interact(() -> {
        stage.setWidth(size[0]);
        stage.setHeight(size[1]);
      });
      Journey.pictures(robot, editor, chooser(robot), "tables-%dx%d".formatted(size[0], size[1]));
    }
    assertThat(tables(robot)).startsWith("Products");
    assertThat(tables(robot))
        .contains("Order Details", "Customers", "Categories", "Suppliers", "Current");
    assertThat(told(robot)).anyMatch(line -> line.startsWith("No history is kept"));

    robot.clickOn("#tables-search").write("curr");
    assertThat(tables(robot)).containsExactly("Current");
    assertThat(told(robot)).anyMatch(line -> line.startsWith("It is a view"));
    robot.push(KeyCode.ESCAPE); // clears the search first
    assertThat(tables(robot)).hasSize(6);
    robot.write("prod").push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.UP);
    assertThat(tables(robot)).containsExactly("Products", "Order Details", "Current");
    robot.push(KeyCode.ENTER);

    Journey.until(() -> isOpen("Products"));
    assertThat(editor.viewModel().catalogueProperty().get()).isEqualTo("northwind.db – Products");
    assertThat(stage.getTitle()).isEqualTo("northwind.db – Products – Pallet");
    Journey.awaitProducts(editor, 3);
    robot.interact(() -> {
      stage.setWidth(1440);
      stage.setHeight(900);
    });
    robot.clickOn("#catalogue-menu");
    Journey.pictures(robot, editor, stage, "promises-1440x900");
    assertThat(text(robot, "#promises-lines")).contains("No history is kept");
    robot.push(KeyCode.ESCAPE);
  }

  private void choose(FxRobot robot) {
    robot.interact(() -> editor.controller().open(shop.path()));
    Journey.until(() -> !tables(robot).isEmpty());
  }

  private static Window chooser(FxRobot robot) {
    return robot.lookup(CHOOSER).query().getScene().getWindow();
  }

  private static List<String> tables(FxRobot robot) {
    return robot.lookup("#tables-list").<TableView<TableAccount>>tryQuery().stream()
        .flatMap(list -> list.getItems().stream())
        .map(TableAccount::table)
        .toList();
  }

  /** What is told of the chosen table. */
  private static List<String> told(FxRobot robot) {
    return robot.lookup("#tables-account .label").<Labeled>queryAll().stream()
        .map(Labeled::getText)
        .toList();
  }

  private boolean isOpen(String table) {
    return editor
        .controller()
        .workspace()
        .filter(open -> open.schema().table().equals(table))
        .isPresent();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id + " .label").<Labeled>queryAll().stream()
        .map(Labeled::getText)
        .toList()
        .toString();
  }
}
