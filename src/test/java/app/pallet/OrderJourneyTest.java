package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.schema.Column;
import app.pallet.ui.table.ProductTable;
import app.pallet.workspace.WholeExport;
import app.pallet.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.control.Label;
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

/** What the user does while something long still runs: in its order, and during a commit too. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class OrderJourneyTest {

  private static final int PRODUCTS = 2_000;

  @TempDir private static Path folder;

  private final AtomicBoolean mayClose = new AtomicBoolean(true);
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
  void whatIsTypedAfterAFillOfAllRowsStays(FxRobot robot) throws Exception {
    Journey.awaitProducts(editor, PRODUCTS);
    Path held = holdReader(robot);
    fillPrices(robot, "7");
    select(robot, 0, 0, "price");
    robot.write("8").push(KeyCode.ENTER);
    assertThat(pending()).isZero();
    release(held);
    Journey.until(() -> workspace().changes().counts().total() == PRODUCTS);

    assertThat(price(0)).contains(new BigDecimal("8.0000"));
    assertThat(price(1)).contains(new BigDecimal("7.0000"));
  }

  @Test
  void undoRightAfterALongPasteCancelsThePasteAndRedoBeginsItAnew(FxRobot robot) throws Exception {
    Journey.awaitProducts(editor, PRODUCTS);
    select(robot, 3, 3, "price");
    robot.write("8").push(KeyCode.ENTER);
    Path held = holdReader(robot);
    fillPrices(robot, "7");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    release(held);
    Journey.until(() -> !editor.viewModel().progress().runningProperty().get());
    assertThat(pending()).isEqualTo(1);
    assertThat(price(3)).contains(new BigDecimal("8.0000"));

    robot.push(KeyCode.CONTROL, KeyCode.Y);
    Journey.until(() -> workspace().changes().counts().total() == PRODUCTS);
    assertThat(price(3)).contains(new BigDecimal("7.0000"));
  }

  @Test
  void closingNamesWhatRunsAndWhatWaits(FxRobot robot) throws Exception {
    Journey.awaitProducts(editor, PRODUCTS);
    Path held = holdReader(robot);
    fillPrices(robot, "7");
    select(robot, 0, 0, "price");
    robot.write("8").push(KeyCode.ENTER);
    Platform.runLater(() -> mayClose.set(editor.controller().mayClose()));
    Journey.until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
    String question = robot.lookup(".dialog-pane .content").queryAs(Label.class).getText();
    assertThat(question).contains("Paste").contains("Edit Price");
    robot.clickOn("Go on editing");
    assertThat(mayClose).isFalse();

    release(held);
    Journey.until(() -> workspace().changes().counts().total() == PRODUCTS);
    assertThat(price(0)).contains(new BigDecimal("8.0000"));
  }

  @Test
  void typingAddingAndUndoWorkWhileACommitRuns(FxRobot robot) throws Exception {
    Journey.awaitProducts(editor, PRODUCTS);
    select(robot, 0, 0, "price");
    robot.write("8").push(KeyCode.ENTER);
    try (Connection other = lockedCatalogue()) {
      robot.push(KeyCode.CONTROL, KeyCode.S);
      Journey.until(() -> workspace().isCommitting());

      select(robot, 1, 1, "price");
      robot.write("9").push(KeyCode.ENTER);
      select(robot, 2, 2, "price");
      robot.write("10").push(KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.Z);
      robot.push(KeyCode.CONTROL, KeyCode.N);
      WaitForAsyncUtils.waitForFxEvents();

      assertThat(workspace().isCommitting()).isTrue();
      assertThat(price(1)).contains(new BigDecimal("9.0000"));
      assertThat(price(2)).isEmpty();
      assertThat(workspace().changes().newRowCount()).isEqualTo(1);
      other.rollback();
    }
    Journey.until(() -> !workspace().isCommitting());

    assertThat(price(0)).isEmpty();
    assertThat(price(1)).contains(new BigDecimal("9.0000"));
    assertThat(Journey.stored(workspace(), "price").getFirst()).isEqualTo("8.0000");
  }

  private Connection lockedCatalogue() throws SQLException {
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + workspace().database().file());
    other.setAutoCommit(false);
    try (var statement = other.createStatement()) {
      statement.execute("UPDATE product SET quantity = quantity WHERE id = 1");
    }
    return other;
  }

  /** Keeps the reading thread busy: it writes an export into a pipe that nobody reads yet. */
  private Path holdReader(FxRobot robot) throws IOException, InterruptedException {
    Path pipe = Files.createTempDirectory(folder, "pipe").resolve("rows.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    robot.interact(() -> WholeExport.write(workspace(), pipe, result -> {}));
    return pipe;
  }

  private static void release(Path pipe) throws IOException {
    assertThat(Files.readAllBytes(pipe)).isNotEmpty();
  }

  private void fillPrices(FxRobot robot, String text) {
    select(robot, 0, PRODUCTS - 1, "price");
    Journey.copy(robot, text);
    robot.push(KeyCode.CONTROL, KeyCode.V);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void select(FxRobot robot, int first, int last, String column) {
    robot.interact(() -> {
      ProductTable table = Journey.table(robot);
      table.select(first, last, List.of(column(column)));
      table.focusCells();
    });
  }

  private int pending() {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> workspace().changes().counts().total());
  }

  private Optional<Object> price(int row) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            workspace()
                .changes()
                .get(workspace().view().keyAt(row))
                .map(RowChange::after)
                .map(after -> after.get(column("price"))));
  }

  private Column column(String name) {
    return workspace().schema().require(name);
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }
}
