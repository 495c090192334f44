package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.schema.Column;
import app.pallet.ui.table.ProductTable;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.CellBlock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

/** What other programs commit, and the hits of a search, in the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class WatchJourneyTest {

  private static final int PRODUCTS = 300;

  @TempDir private static Path folder;

  private Stage stage;
  private Editor editor;

  @Start
  void open(Stage shown) {
    stage = shown;
    editor = Journey.begin(shown, Settings.DEFAULT.askingNothing(), PRODUCTS, folder);
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void whatAnotherProgramCommitsIsShownAndWhatIsPendingStays(FxRobot robot) throws SQLException {
    Journey.awaitProducts(editor, PRODUCTS);
    type(robot, 3, "name", "Mine");
    type(robot, 5, "name", "Also mine");
    select(robot, 7, "name");

    robot.interact(stage::requestFocus);
    execute("UPDATE product SET name = 'Theirs ' || id WHERE id IN (4, 9)");
    Journey.until(() -> text(8, "name").equals("Theirs 9") && conflicts().size() == 1);

    assertThat(text(3, "name")).isEqualTo("Mine");
    assertThat(text(5, "name")).isEqualTo("Also mine");
    assertThat(conflicts()).containsExactly("4");
    assertThat(cursor(robot)).isEqualTo("7 name");
    Journey.until(() -> told().contains("1 pending row is in conflict"));

    execute("DELETE FROM product WHERE id = 6");
    robot.push(KeyCode.F5);
    Journey.until(() -> conflicts().size() == 2);
    assertThat(conflicts()).containsExactly("4", "6");
    assertThat(cursor(robot)).isEqualTo("6 name");
  }

  @Test
  void ourOwnCommitIsNoNews(FxRobot robot) throws SQLException {
    Journey.awaitProducts(editor, PRODUCTS);
    type(robot, 3, "name", "Mine");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Journey.until(() ->
        workspace().changes().isEmpty()
            && !workspace().isCommitting()
            && !workspace().view().isCounting());

    assertThat(workspace().database().changeMark()).isEqualTo(workspace().view().mark());
  }

  @Test
  void f3GoesFromHitToHitAndRoundTheEnd(FxRobot robot) throws SQLException {
    Journey.awaitProducts(editor, PRODUCTS);
    execute("UPDATE product SET name = 'Zèbra one' WHERE id = 20");
    execute("UPDATE product SET category = 'for a zebra' WHERE id = 200");
    robot.push(KeyCode.F5);
    Journey.until(() -> text(19, "name").equals("Zèbra one"));
    robot.interact(() -> editor.viewModel().searchProperty().set("zebra"));
    Journey.until(() -> workspace().view().size() == 2 && !workspace().view().isCounting());

    select(robot, 0, "sku");
    for (String cell : List.of("0 name", "1 category", "0 name")) {
      robot.push(KeyCode.F3);
      Journey.until(() -> cursor(robot).equals(cell));
    }
    robot.push(KeyCode.SHIFT, KeyCode.F3);
    Journey.until(() -> cursor(robot).equals("1 category"));
  }

  private void execute(String sql) throws SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + workspace().database().file());
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute(sql);
    }
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private Column column(String name) {
    return workspace().schema().require(name);
  }

  private void type(FxRobot robot, int row, String column, String text) {
    robot.interact(
        () -> workspace().edits().setCell(workspace().view().keyAt(row), column(column), text));
  }

  private void select(FxRobot robot, int row, String column) {
    robot.interact(() -> {
      ProductTable table = Journey.table(robot);
      table.select(row, row, List.of(column(column)));
      table.focusCells();
    });
  }

  private String text(int row, String column) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> workspace().view().rowAt(row).map(found -> found.text(column(column))).orElse(""));
  }

  private List<String> conflicts() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            workspace().changes().withProblems().stream()
                .filter(RowChange::isInConflict)
                .map(change -> change.key().toString().replaceAll("\\D", ""))
                .sorted()
                .toList());
  }

  private String told() {
    return editor.viewModel().status().toldProperty().get();
  }

  private String cursor(FxRobot robot) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          List<CellBlock> selected = Journey.table(robot).selection().rectangles();
          return selected.isEmpty()
              ? ""
              : selected.getLast().firstRow() + " " + selected.getLast().columns().getFirst();
        });
  }
}
