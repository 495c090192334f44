package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.workspace.Workspace;
import app.pallet.workspace.input.PreviewRow;
import app.pallet.workspace.view.CellBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The problems of a file, in the import window and then beside the table: found and mended. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class ProblemListJourneyTest {

  private static final int PRODUCTS = 200;

  /** The first and the last row that have only a bad price; each has a line of its own. */
  private static final int FIRST_DEAR = 5;

  private static final int LAST_DEAR = 64;
  private static final int PROBLEMS = 64;

  @TempDir private static Path folder;

  private FxRobot robot;
  private Stage stage;
  private Editor editor;
  private ImportHandle window;

  @Start
  void open(Stage shown) {
    stage = shown;
    editor = Journey.begin(shown, Settings.DEFAULT.askingNothing(), PRODUCTS, folder);
  }

  @BeforeEach
  void importProblems(FxRobot testing) throws IOException {
    robot = testing;
    window = new ImportHandle(testing);
    Journey.awaitProducts(editor, PRODUCTS);
    Path file = folder.resolve("problems.csv");
    Files.writeString(file, text(Journey.stored(workspace(), "sku").getFirst()));
    robot.interact(() -> editor.controller().importDropped(List.of(file)));
    window.settled();
    assertThat(window.counts()).containsExactly(1, 0, 0, PROBLEMS);
    robot.clickOn("#count-problem");
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Lines 2 and 3 are a good row; the row behind the cell of three lines begins at line 8. */
  private static String text(String known) {
    return """
    SKU,Name,Description,Price,Quantity
    P-1,Jug,"made of clay,
    by hand",12.50,3
    P-2,Bowl,round,on request,5
    P-3,Cup,"white
    with a rim
    and a handle",5,many
    P-4,,small,1,2
    """
        + IntStream.rangeClosed(FIRST_DEAR, LAST_DEAR)
            .mapToObj("P-%1$d,Dish %1$d,flat,dear,1\n"::formatted)
            .collect(Collectors.joining())
        + known
        + ",,,dear,\n";
  }

  @AfterEach
  void close() {
    Journey.end(robot, editor, stage);
  }

  @Test
  void theListNamesLinesAsAnEditorCountsThemAlsoBehindCellsOfSeveralLines() {
    assertThat(places("#import-problems"))
        .startsWith("line 4 · Price", "line 5 · Quantity", "line 8 · Name");
    Node first =
        robot
            .from(robot.lookup("#import-problems").queryAll())
            .lookup(".problem-cell")
            .nth(0)
            .query();
    assertThat(first.getAccessibleText())
        .startsWith("line 4 · Price: “on request” ")
        .contains("accepted is");
  }

  @Test
  void theFilterNarrowsTheListAndTheRowsBesideIt() {
    robot.clickOn("#import-problems-filter").write("many");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(places("#import-problems")).containsExactly("line 5 · Quantity");
    assertThat(preview().getItems()).hasSize(1);
    assertThat(window.counts().getLast()).isEqualTo(PROBLEMS);

    robot.push(KeyCode.CONTROL, KeyCode.A).write("line 40");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(places("#import-problems")).containsExactly("line 40 · Price");

    robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.BACK_SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(preview().getItems()).hasSize(PROBLEMS);
  }

  @Test
  void aClickOnAProblemSelectsAndShowsItsCell() {
    robot.clickOn("line 4 · Price");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(selected()).isEqualTo("line 4, Price");

    robot.clickOn("line 5 · Quantity");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(selected()).isEqualTo("line 5, Quantity");
    robot.push(KeyCode.END);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(selected()).isEqualTo("line 69, Price");
  }

  @Test
  void whatIsMendedInPlaceIsCheckedAgain() {
    robot.clickOn("line 4 · Price").push(KeyCode.ENTER);
    robot.write("cheap").push(KeyCode.ENTER);
    Journey.until(() -> window.settledNow() && robot.lookup("“cheap” ").tryQuery().isPresent());
    assertThat(window.counts()).containsExactly(1, 0, 0, PROBLEMS);

    robot.clickOn("line 4 · Price").push(KeyCode.ENTER);
    robot.write("9.90").push(KeyCode.ENTER);
    Journey.until(() -> window.settledNow() && window.counts().getLast() == PROBLEMS - 1);
    assertThat(window.counts()).containsExactly(2, 0, 0, PROBLEMS - 1);
    assertThat(places("#import-problems")).startsWith("line 5 · Quantity", "line 8 · Name");
  }

  @Test
  void aClickOnAPendingProblemShowsItsCellAndADoubleClickLetsItBeMended() {
    window.take("Take 1 change");
    robot.clickOn("#problems-tab");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(places("#problems-list"))
        .startsWith(
            "problems.csv, line 69 · Price", // an edit, which come before rows to be added
            "problems.csv, line 4 · Price",
            "problems.csv, line 5 · Quantity");

    robot.clickOn("problems.csv, line 5 · Quantity");
    WaitForAsyncUtils.waitForFxEvents();
    assertSelected("P-3", "quantity");
    assertThat(isShown(Journey.cell(robot, "many"), Journey.table(robot))).isTrue();

    robot.doubleClickOn("problems.csv, line 4 · Price");
    assertSelected("P-2", "price");
    robot.write("9.90").push(KeyCode.ENTER);
    Journey.until(() -> workspace().changes().problemCount() == PROBLEMS - 1);
    Journey.until(() -> window.text(".problems-tab-badge").equals(Integer.toString(PROBLEMS - 1)));
    assertThat(places("#problems-list")).doesNotContain("problems.csv, line 4 · Price");
  }

  @Test
  void aPendingProblemIsShownWhateverIsSearchedFor() {
    window.take("Take 1 change");
    robot.clickOn("#problems-tab");
    robot.clickOn("#problems-filter").write("line 69");
    robot.push(KeyCode.CONTROL, KeyCode.L).write("no such product");
    Journey.until(() -> workspace().view().size() == 0);

    robot.clickOn("problems.csv, line 69 · Price");
    Journey.until(() -> workspace().view().storedSize() == PRODUCTS);
    assertSelected(Journey.stored(workspace(), "sku").getFirst(), "price");
    assertThat(isShown(Journey.cell(robot, "dear"), Journey.table(robot))).isTrue();
  }

  @Test
  void ofAPendingProblemWhoseRowIsGoneTheUserIsTold() throws SQLException {
    window.take("Take 1 change");
    robot.clickOn("#problems-tab");
    String sku = Journey.stored(workspace(), "sku").getFirst();
    try (Connection other = workspace().database().writer().getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("DELETE FROM product WHERE sku = '" + sku + "'");
    }
    robot.interact(workspace()::refresh);
    Journey.until(() -> workspace().view().storedSize() == PRODUCTS - 1);

    robot.clickOn("problems.csv, line 69 · Price");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(Journey.told(editor))
        .last()
        .isEqualTo("The row is not there. Someone else has deleted it.");
  }

  /** Where the problems are that a list shows, from top to bottom. */
  private List<String> places(String list) {
    return robot.from(robot.lookup(list).queryAll()).lookup(".problem-place").queryAll().stream()
        .filter(Node::isVisible)
        .sorted(Comparator.comparingDouble(place -> place.localToScreen(0, 0).getY()))
        .map(place -> ((Labeled) place).getText())
        .filter(place -> !place.isEmpty())
        .toList();
  }

  private TableView<PreviewRow> preview() {
    return robot.lookup("#import-preview").queryTableView();
  }

  /** Line and column of the selected cell, which must be in view. */
  private String selected() {
    TablePosition<?, ?> position = preview().getSelectionModel().getSelectedCells().getFirst();
    Journey.until(() -> cell(position).filter(cell -> isShown(cell, preview())).isPresent());
    Node heading = position.getTableColumn().getGraphic();
    Labeled name = robot.from(heading).lookup(".label").nth(0).queryAs(Labeled.class);
    return "line %d, %s"
        .formatted(preview().getItems().get(position.getRow()).row().line(), name.getText());
  }

  private Optional<Node> cell(TablePosition<?, ?> position) {
    return robot
        .lookup(node ->
            node instanceof TableCell<?, ?> shown
                && shown.getIndex() == position.getRow()
                && shown.getTableColumn() == position.getTableColumn())
        .tryQuery();
  }

  private static boolean isShown(Node cell, Node table) {
    Bounds at = cell.localToScene(cell.getLayoutBounds());
    return table.localToScene(table.getLayoutBounds()).contains(at);
  }

  private void assertSelected(String sku, String column) {
    WaitForAsyncUtils.waitForFxEvents();
    CellBlock range = Journey.table(robot).selectionProperty().get().ranges().getFirst();
    assertThat(range.columns()).containsExactly(workspace().schema().require(column));
    String selected =
        WaitForAsyncUtils.waitForAsyncFx(
            5_000,
            () ->
                workspace()
                    .view()
                    .rowAt(range.firstRow())
                    .orElseThrow()
                    .text(workspace().schema().require("sku")));
    assertThat(selected).isEqualTo(sku);
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }
}
