package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.commit.CommitPlan;
import app.pallet.rows.references.ShopTables;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.CellBlock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
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

/** A column that refers to another table, in the real window on somebody else's database. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class ReferencesJourneyTest {

  @TempDir private Path folder;

  private Stage stage;
  private Editor editor;
  private Path file;
  private volatile String table = "Products";

  @Start
  void open(Stage shown) throws SQLException {
    stage = shown;
    file = ShopTables.in(folder);
    editor =
        Journey.show(
            shown, Settings.DEFAULT, (path, monitor) -> ShopTables.open(path, table), folder);
    editor.controller().open(file);
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void aRowIsPickedByItsNameAndItsKeyIsWritten(FxRobot robot) {
    Journey.awaitProducts(editor, 4);
    Journey.until(() -> isShown(robot, "Condiments · 2"));
    assertThat(isShown(robot, "77")).as("a key that leads nowhere").isTrue();

    robot.clickOn(Journey.cell(robot, "Condiments · 2")).write("bev");
    Journey.until(() -> shownChoices(robot).getFirst().equals("Beverages · 1"));
    Journey.pictures(robot, editor, stage, "references");
    robot.type(KeyCode.ENTER);
    Journey.until(() -> text(2, "CategoryID").equals("1"));

    robot.doubleClickOn(Journey.cell(robot, "77"));
    Journey.until(() -> shownChoices(robot).contains("Öle · 5"));
    assertThat(line(robot).getText()).isEqualTo("77");
    robot.type(KeyCode.ESCAPE);
    assertThat(text(3, "CategoryID")).isEqualTo("77");

    robot.clickOn(Journey.cell(robot, "77")).type(KeyCode.F2);
    Journey.until(() -> shownChoices(robot).contains("Öle · 5"));
    robot.clickOn(choice(robot, "Öle · 5"));
    Journey.until(() -> text(3, "CategoryID").equals("5") && isShown(robot, "Öle · 5"));

    robot.interact(() -> workspace().commit(CommitPlan.DEFAULT, event -> {}, report -> {}));
    Journey.until(() -> workspace().changes().isEmpty());
    assertThat(Journey.stored(workspace(), "CategoryID")).containsExactly("1", "1", "1", "5");
  }

  @Test
  void aRowIsAddedToTheOtherTableAndTheNextOneRefersToARowThatIsNewToo(FxRobot robot)
      throws SQLException {
    Journey.awaitProducts(editor, 4);
    Journey.until(() -> isShown(robot, "Condiments · 2"));
    robot.clickOn(Journey.cell(robot, "Condiments · 2")).write("Lamps");
    Journey.until(() -> shownChoices(robot).equals(List.of("Add “Lamps” to Categories…")));
    Journey.pictures(robot, editor, stage, "references-new");
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    Journey.until(() -> robot.lookup("#new-parent").tryQuery().isPresent());
    TextField name = robot.lookup("#new-parent-CategoryName").queryAs(TextField.class);
    assertThat(name.getText()).isEqualTo("Lamps");
    robot.interact(() -> name.setText(""));
    robot.clickOn("#new-parent-add");
    assertThat(robot.lookup(".new-parent-problem").queryAs(Label.class).isVisible()).isTrue();
    Journey.pictures(robot, editor, name.getScene().getWindow(), "references-new-form");
    robot.interact(() -> name.setText("Lights"));
    robot.clickOn("#new-parent-add");
    Journey.until(() -> isShown(robot, "Lights · new"));

    RowKey.New[] added = new RowKey.New[1];
    robot.interact(() -> workspace().edits().addRow(key -> added[0] = key));
    Journey.until(() -> added[0] != null);
    robot.interact(() -> set(added[0], "ProductName", "Bulb"));
    robot.interact(() -> set(added[0], "CategoryID", "Lights"));
    robot.interact(() -> set(workspace().view().keyAt(0), "Replaces", "bulb"));
    Journey.until(() -> isShown(robot, "Bulb · new"));
    Journey.pictures(robot, editor, stage, "references-pending");

    robot.interact(() -> workspace().commit(CommitPlan.DEFAULT, event -> {}, report -> {}));
    Journey.until(() -> workspace().changes().isEmpty());
    assertThat(Journey.stored(workspace(), "CategoryID")).containsExactly("1", "1", "7", "77", "7");
    assertThat(Journey.stored(workspace(), "Replaces").getFirst()).isEqualTo("5");
    Journey.until(() -> isShown(robot, "Lights · 7") && isShown(robot, "Bulb · 5"));
  }

  @Test
  void anImportAsksBeforeItAddsRowsToTheOtherTable(FxRobot robot) {
    Journey.awaitProducts(editor, 4);
    Journey.copy(robot, "ProductID\tCategoryID\n1\tLamps\n2\tLights\n3\tLamps\n");
    robot.interact(() -> Journey.table(robot).focusCells());
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    ImportHandle window = new ImportHandle(robot);
    Journey.until(() -> window.find("#import-pane").isPresent());
    window.settled();
    assertThat(window.text("#import-parents"))
        .isEqualTo("Categories does not have 2 names: Lamps, Lights");
    window.picture("references-import.png");
    robot.clickOn("#add-parents");
    Journey.until(() -> window.text("#import-parents").startsWith("2 rows are to be added"));
    window.take("Take 3 changes");
    Journey.until(() -> isShown(robot, "Lamps · new") && isShown(robot, "Lights · new"));
  }

  @Test
  void columnsThatReferTogetherAreFilledTogether(FxRobot robot) throws SQLException {
    Journey.awaitProducts(editor, 4);
    ShopTables.execute(
        file,
        "CREATE TABLE Orders (No INTEGER, Shop TEXT, Name TEXT, PRIMARY KEY (No, Shop))",
        "INSERT INTO Orders VALUES (1, 'A', 'Chairs'), (1, 'B', 'Desks'), (20, 'A', 'Lamps')",
        "CREATE TABLE Shipments (ID INTEGER PRIMARY KEY, Ord INTEGER, Shop TEXT,"
            + " FOREIGN KEY (Ord, Shop) REFERENCES Orders)",
        "INSERT INTO Shipments VALUES (1, 1, 'A'), (2, 20, 'A')");
    table = "Shipments";
    robot.interact(() -> editor.controller().open(file));
    Journey.until(() -> isShown(robot, "20") && workspace().schema().table().equals(table));
    robot.clickOn(Journey.cell(robot, "20")).write("desk");
    Journey.until(() -> shownChoices(robot).equals(List.of("Desks · 1, B")));
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    Journey.until(() -> text(1, "Shop").equals("B") && text(1, "Ord").equals("1"));
    assertThat(workspace().changes().undoLabel()).contains("Edit Ord, Shop");
    robot.interact(() -> workspace().commit(CommitPlan.DEFAULT, event -> {}, report -> {}));
    Journey.until(() -> workspace().changes().isEmpty());
    assertThat(Journey.stored(workspace(), "Shop")).containsExactly("A", "B");
  }

  private void set(RowKey row, String column, String text) {
    workspace().edits().setCell(row, workspace().schema().require(column), text);
  }

  @Test
  void enterBeforeTheListHasComeTakesWhatItFinds(FxRobot robot) {
    Journey.awaitProducts(editor, 4);
    Journey.until(() -> isShown(robot, "Condiments · 2"));
    robot.clickOn(Journey.cell(robot, "Condiments · 2")).write("bev").type(KeyCode.ENTER);
    Journey.until(() -> text(2, "CategoryID").equals("1"));
  }

  @Test
  void whatIsNoRowStaysWithAReasonAndAnEmptiedCellIsEmpty(FxRobot robot) {
    Journey.awaitProducts(editor, 4);
    Journey.until(() -> isShown(robot, "Condiments · 2"));
    robot.clickOn(Journey.cell(robot, "Condiments · 2")).write("Cars").type(KeyCode.ENTER);
    Journey.until(() -> workspace().changes().problemCount() == 1);
    assertThat(text(2, "CategoryID")).isEqualTo("Cars");

    robot.clickOn(Journey.cell(robot, "Cars")).type(KeyCode.F2);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).type(KeyCode.DELETE);
    robot.type(KeyCode.ENTER);
    Journey.until(() -> workspace().changes().problemCount() == 0);
    assertThat(text(2, "CategoryID")).isEmpty();
  }

  @Test
  void aRowThatIsRenamedElsewhereIsShownAnew(FxRobot robot) throws SQLException {
    Journey.awaitProducts(editor, 4);
    Journey.until(() -> isShown(robot, "Condiments · 2"));
    ShopTables.execute(file, "UPDATE Categories SET CategoryName = 'Sauces' WHERE CategoryID = 2");
    robot.interact(() -> workspace().refresh());
    Journey.until(() -> isShown(robot, "Sauces · 2"));
  }

  @Test
  void aDeletionSaysWhatRefersToTheRow(FxRobot robot) {
    Journey.awaitProducts(editor, 4);
    CellBlock chai = new CellBlock(0, 0, List.of(workspace().schema().match()));
    robot.interact(() -> workspace().edits().delete(List.of(chai)));
    Journey.until(() -> workspace().changes().counts().total() == 1);
    robot.clickOn("#commit");
    Journey.until(() -> robot.lookup("#commit-anyway").tryQuery().isPresent());
    List<String> said =
        robot.lookup(".warning-title").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList();
    assertThat(said)
        .contains(
            "2 rows of Lines still refer to them by ProductID, so the database will not delete them",
            "1 row of Stock is deleted with them");
    Journey.pictures(
        robot,
        editor,
        robot.lookup("#commit-anyway").query().getScene().getWindow(),
        "references-deleted");
    robot.type(KeyCode.ESCAPE);
  }

  private static boolean isShown(FxRobot robot, String text) {
    return robot
        .lookup(node -> node instanceof TableCell<?, ?> cell && text.equals(cell.getText()))
        .tryQuery()
        .isPresent();
  }

  private static List<String> shownChoices(FxRobot robot) {
    return robot
        .lookup("#choice-list")
        .<ListView<?>>tryQuery()
        .map(list -> list.getItems().stream().map(Object::toString).toList())
        .orElse(List.of());
  }

  private static Node choice(FxRobot robot, String text) {
    return robot
        .lookup(node -> node instanceof ListCell<?> cell && text.equals(cell.getText()))
        .query();
  }

  private static TextField line(FxRobot robot) {
    return robot.lookup("#cell-editor .text-field").queryAs(TextField.class);
  }

  private String text(int row, String column) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            workspace().view().rowAt(row).orElseThrow().text(workspace().schema().require(column)));
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }
}
