package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitMode;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.ShopFile;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.discovery.TableAccount;
import app.pallet.schema.Column;
import app.pallet.ui.EditorCommand;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.ui.tables.TablePlace;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.CellBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    again(shown);
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

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void editsAddsAndDeletionsAreCommittedInEachMode(CommitMode mode, FxRobot robot)
      throws SQLException {
    open(robot, "Products", 3);
    robot.interact(() -> {
      set(0, "UnitPrice", "18.35");
      set(1, "ProductName", "Chang strong");
      workspace()
          .edits()
          .addRow(added -> {
            workspace().edits().setCell(added, column("ProductName"), "Aniseed Syrup");
            workspace().edits().setCell(added, column("UnitsInStock"), "13");
          });
      workspace().edits().delete(List.of(new CellBlock(2, 2, List.of(column("Code")))));
    });
    Journey.until(() -> workspace().changes().counts().total() == 4);

    commit(robot);

    assertThat(rows("SELECT ProductID, ProductName, UnitPrice, UnitsInStock FROM Products"))
        .containsExactly("1|Chai|18.35|0", "2|Chang strong|19.5|0", "4|Aniseed Syrup|0|13");
    assertThat(CatalogueBackups.in(folder.resolve(Folders.BACKUPS)).list(shop.path())).hasSize(1);
    assertThat(rows("SELECT name FROM sqlite_schema WHERE name LIKE 'pallet%'")).isEmpty();
  }

  @Test
  void anotherProgramsChangeIsAConflictAndUndoPutsBackWhatWasPending(FxRobot robot)
      throws SQLException {
    open(robot, "Products", 3);
    robot.interact(() -> {
      set(0, "UnitPrice", "20");
      set(1, "UnitPrice", "21");
    });
    Journey.until(() -> workspace().changes().counts().total() == 2);
    shop.execute("UPDATE Products SET UnitPrice = 99 WHERE ProductID = 1");

    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().counts().total() == 1 && !workspace().isCommitting());
    assertThat(rows("SELECT UnitPrice FROM Products WHERE ProductID < 3"))
        .containsExactly("99", "21");
    assertThat(workspace().changes().changes())
        .singleElement()
        .satisfies(change -> assertThat(change.problems()).anyMatch(RowProblem::isConflict));

    robot.interact(() -> editor.controller().resolveConflicts());
    Journey.until(() -> robot.lookup("#conflicts-pane").tryQuery().isPresent());
    Journey.pictures(robot, editor, stage, "foreign-conflict");
    robot.interact(
        () -> Window.getWindows().stream().filter(w -> w != stage).toList().forEach(Window::hide));
    robot.clickOn("#undo");
    Journey.until(() -> workspace().changes().isEmpty());
    assertThat(rows("SELECT UnitPrice FROM Products WHERE ProductID = 1")).containsExactly("99");
  }

  @Test
  void whatCanNotBeWrittenStaysAndAViewOffersNoChange(FxRobot robot) throws SQLException {
    open(robot, "Products", 3);
    String schema = rows("SELECT sql FROM sqlite_schema").toString();
    robot.interact(() -> {
      set(0, "Margin", "7");
      set(0, "ProductID", "70");
    });
    Journey.until(() -> workspace().queue().undoLabel().isEmpty());
    assertThat(workspace().changes().isEmpty()).isTrue();
    assertThat(robot.lookup("#add-row").query().isDisabled()).isFalse();

    robot.interact(() -> editor.controller().perform(EditorCommand.ANOTHER_TABLE));
    Journey.until(() -> tables(robot).contains("Current"));
    robot.clickOn("#tables-search").write("current").push(KeyCode.ENTER);
    Journey.until(() -> isOpen("Current"));
    Journey.awaitProducts(editor, 3);
    for (int[] size : new int[][] {{900, 600}, {1440, 900}}) {
      robot.interact(() -> {
        stage.setWidth(size[0]);
        stage.setHeight(size[1]);
      });
      Journey.pictures(robot, editor, stage, "view-%dx%d".formatted(size[0], size[1]));
    }
    for (String id : List.of("add-row", "commit")) {
      assertThat(robot.lookup("#" + id).query().isDisabled()).as(id).isTrue();
    }
    for (String id : List.of("duplicate-rows", "delete-rows", "import")) {
      assertThat(Journey.offers(robot, id)).as(id).isFalse();
    }
    assertThat(text(robot, "#read-only-bar")).contains("It is a view");
    robot.moveTo("#add-row");
    Journey.until(() -> isShown("It is a view"));
    robot.clickOn("Chang").push(KeyCode.DELETE).write("x").push(KeyCode.ENTER);
    assertThat(workspace().changes().isEmpty()).isTrue();
    robot.interact(() -> editor.viewModel().searchProperty().set("chang"));
    Journey.until(() -> workspace().view().size() == 1);
    assertThat(rows("SELECT sql FROM sqlite_schema")).hasToString(schema);
  }

  @Test
  void aKeyThatPeopleTypeIsFixedInStoredRowsAndTypedInAddedOnes(FxRobot robot) throws SQLException {
    open(robot, "Customers", 2);
    robot.interact(() -> {
      set(0, "CustomerID", "OTHER");
      set(0, "City", "Hamburg");
      workspace()
          .edits()
          .addRow(added -> {
            workspace().edits().setCell(added, column("CustomerID"), "AROUT");
            workspace().edits().setCell(added, column("CompanyName"), "Around the Horn");
          });
    });
    Journey.until(() -> workspace().changes().counts().total() == 2);
    commit(robot);
    assertThat(rows("SELECT * FROM Customers"))
        .containsExactly("ALFKI|Alfreds|Hamburg", "ANATR|Ana|México", "AROUT|Around the Horn|null");

    open(robot, "Order Details", 3);
    robot.interact(() -> {
      set(1, "Quantity", "11");
      workspace().edits().delete(List.of(new CellBlock(0, 0, List.of(column("Quantity")))));
    });
    Journey.until(() -> workspace().changes().counts().total() == 2);
    commit(robot);
    assertThat(rows("SELECT OrderID, ProductID, Quantity FROM \"Order Details\""))
        .containsExactly("10248|2|11", "10249|1|9");

    Journey.until(() -> workspace().view().size() == 2);
    String block = "10249\t1\t17\t3";
    Journey.copy(robot, block);
    robot.interact(() -> {
      Journey.table(robot).select(0, 0, List.of(column("OrderID")));
      editor.controller().paste();
    });
    Journey.until(
        () -> Journey.told(editor).toString().contains("2 cells onto cells that can't be changed"));
    commit(robot);
    assertThat(rows("SELECT * FROM \"Order Details\""))
        .containsExactly("10248|2|17|3", "10249|1|18|9");
  }

  @Test
  void historyIsKeptOnceTheUserWantsItAndACommitIsTakenBack(FxRobot robot) throws SQLException {
    open(robot, "Products", 3);
    assertThat(Journey.offers(robot, "history")).isFalse();
    robot.clickOn("#catalogue-menu").clickOn("Keep history here…");
    Journey.until(() -> robot.lookup("#keep-history-pane").tryQuery().isPresent());
    Journey.pictures(robot, editor, stage, "keep-history");
    assertThat(robot.lookup("#keep-history-sql").queryAs(TextArea.class).getText())
        .contains("CREATE TABLE", "pallet_ledger");
    robot.clickOn("#keep-history-no");
    assertThat(rows("SELECT name FROM sqlite_schema WHERE name LIKE 'pallet%'")).isEmpty();

    robot.clickOn("#catalogue-menu").clickOn("Keep history here…");
    Journey.until(() -> robot.lookup("#keep-history-pane").tryQuery().isPresent());
    robot.clickOn("#keep-history-yes");
    Journey.until(() -> Journey.offers(robot, "history"));
    assertThat(rows("SELECT name FROM sqlite_schema WHERE name LIKE 'pallet%'")).isNotEmpty();

    robot.interact(() -> set(0, "UnitPrice", "18.5"));
    Journey.until(() -> workspace().changes().counts().total() == 1);
    commit(robot);
    assertThat(rows("SELECT UnitPrice FROM Products WHERE ProductID = 1")).containsExactly("18.5");
    Journey.choose(robot, "history");
    Journey.until(
        () -> robot.lookup("#history-undo").query() instanceof Button undo && !undo.isDisabled());
    robot.clickOn("#history-undo");
    Journey.until(() -> workspace().changes().counts().total() == 1);
    commit(robot);
    assertThat(rows("SELECT UnitPrice FROM Products WHERE ProductID = 1")).containsExactly("18");
  }

  @Test
  void aDraftIsOfferedForItsOwnTableAlone(FxRobot robot) throws Exception {
    open(robot, "Products", 3);
    robot.interact(() -> set(1, "ProductName", "Chang strong"));
    Journey.until(() -> workspace().changes().counts().total() == 1);
    Journey.end(robot, editor, stage);

    robot.interact(() -> again(new Stage()));
    open(robot, "Suppliers", 2);
    assertThat(editor.viewModel().draft().offerProperty().get()).isEmpty();
    open(robot, "Products", 3);
    Journey.until(() -> !editor.viewModel().draft().offerProperty().get().isEmpty());
    robot.clickOn("#restore-draft");
    Journey.until(() -> workspace().changes().counts().total() == 1);
    commit(robot);
    assertThat(rows("SELECT ProductName FROM Products WHERE ProductID = 2"))
        .containsExactly("Chang strong");
  }

  @Test
  void twoWindowsEditTwoTablesOfOneFile(FxRobot robot) throws Exception {
    open(robot, "Products", 3);
    Editor first = editor;
    Stage firstStage = stage;
    robot.interact(() -> again(new Stage()));
    open(robot, "Suppliers", 2);
    robot.interact(() -> set(0, "Country", "Wales"));
    Journey.until(() -> workspace().changes().counts().total() == 1);
    commitIn(robot);
    Journey.end(robot, editor, stage);
    editor = first;
    stage = firstStage;
    robot.interact(() -> set(0, "UnitPrice", "18.1"));
    Journey.until(() -> workspace().changes().counts().total() == 1);
    commitIn(robot);

    assertThat(rows("SELECT Country FROM Suppliers")).containsExactly("Wales", "Japan");
    assertThat(rows("SELECT UnitPrice FROM Products")).startsWith("18.1");
  }

  private void again(Stage shown) {
    stage = shown;
    editor =
        Journey.show(
            shown,
            Settings.DEFAULT.askingNothing(),
            (file, monitor) -> CatalogueDatabase.open(file, ConnectionSettings.DEFAULT),
            folder);
  }

  /** Commits without the mouse, which can't tell one window from the other. */
  private void commitIn(FxRobot robot) {
    robot.interact(() -> editor.controller().perform(EditorCommand.COMMIT));
    Journey.until(() -> workspace().changes().isEmpty() && !workspace().isCommitting());
  }

  @Test
  void layoutsOfTwoTablesDoNotMixAndWhatWasOpenIsOffered(FxRobot robot) {
    open(robot, "Products", 3);
    robot.interact(() -> {
      ProductTable table = Journey.table(robot);
      table.setColumnLayout(
          table.columnLayout().stream()
              .map(c -> new ColumnLayout(c.name(), 77, !c.name().equals("Code")))
              .toList());
    });
    open(robot, "Suppliers", 2);
    assertThat(Journey.table(robot).columnLayout()).noneMatch(column -> column.width() == 77);

    robot.clickOn("#catalogue-menu");
    robot.clickOn("#open-recent");
    Journey.until(() -> isShown("northwind.db – Products   " + folder));
    robot.clickOn("northwind.db – Products   " + folder);
    Journey.until(() -> isOpen("Products"));
    Journey.awaitProducts(editor, 3);
    assertThat(Journey.table(robot).columnLayout())
        .allMatch(column -> column.width() == 77)
        .filteredOn(column -> !column.visible())
        .extracting(ColumnLayout::name)
        .containsExactly("Code");
    assertThat(editor.settings().columns()).isEmpty();
    assertThat(editor.settings().recent().last())
        .hasValue(new TablePlace(shop.path(), Optional.of("Products")));
  }

  @Test
  void aFileThatIsNoDatabaseIsSaidToBeNone(FxRobot robot) throws Exception {
    Path text = Files.writeString(folder.resolve("prices.db"), "sku;price\n".repeat(100));
    robot.interact(() -> editor.controller().open(text));
    Journey.until(() -> isShown("is not an SQLite database"));
  }

  private void open(FxRobot robot, String table, int rows) {
    robot.interact(() -> editor.controller().open(new TablePlace(shop.path(), Optional.of(table))));
    Journey.until(() -> isOpen(table));
    Journey.awaitProducts(editor, rows);
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private Column column(String name) {
    return workspace().schema().require(name);
  }

  private void set(int row, String column, String text) {
    workspace().edits().setCell(workspace().view().order().keyAt(row), column(column), text);
  }

  /** Commits, and waits until nothing is pending. */
  private void commit(FxRobot robot) {
    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().isEmpty() && !workspace().isCommitting());
  }

  /** Rows of a query as another program reads them, their values divided by bars. */
  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  /** Whether a text is to be seen in any window. */
  private static boolean isShown(String text) {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
        .filter(Labeled.class::isInstance)
        .map(label -> String.valueOf(((Labeled) label).getText()))
        .anyMatch(shown -> shown.contains(text));
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
