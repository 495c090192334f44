package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftFolder;
import app.pallet.ui.Screenshot;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is pending outlives its window, in the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class DraftJourneyTest {

  private static final int PRODUCTS = 50;

  @TempDir private static Path folder;

  private Path home;
  private Stage stage;
  private Editor editor;

  @Start
  void open(Stage shown) throws IOException {
    home = Files.createDirectory(folder.resolve(Long.toString(System.nanoTime())));
    open(shown, new DraftFolder(home.resolve("drafts")));
  }

  private void open(Stage shown, DraftFolder drafts) {
    stage = shown;
    editor =
        Editor.over(
            shown,
            Settings.DEFAULT,
            (file, monitor) ->
                Files.exists(file)
                    ? CatalogueDatabase.open(file, ConnectionSettings.DEFAULT)
                    : ExampleCatalogue.create(file, PRODUCTS, monitor),
            drafts,
            home.resolve("pallet.log"));
    editor.window().show();
    editor.controller().open(home.resolve("shop.pallet"));
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void whatWasTypedAndPastedIsBackAfterTheWindowWasClosedAndUndoWorks(FxRobot robot) {
    ready();
    typeAndPaste(robot);
    askToClose();
    robot.clickOn("#keep-draft");
    Journey.until(() -> !stage.isShowing());
    reopen(robot);
    ready();
    Journey.until(() -> !editor.viewModel().draft().offerProperty().get().isEmpty());
    assertThat(editor.viewModel().draft().offerProperty().get())
        .startsWith("Restore 3 pending changes from ");
    picture("draft-journey-offer");

    robot.clickOn("#restore-draft");
    Journey.until(() -> counts().total() == 3);
    assertThat(counts()).isEqualTo(new ChangeCounts(2, 1, 0, 1));
    assertThat(robot.lookup("Typed by hand").tryQuery()).isPresent();
    picture("draft-journey-restored");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(counts()).isEqualTo(new ChangeCounts(0, 1, 0, 0));
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(counts().total()).isEqualTo(3);
  }

  @Test
  void aDraftIsLeftForLaterAndThenDiscarded(FxRobot robot) throws IOException {
    ready();
    typeAndPaste(robot);
    reopen(robot);
    Journey.until(() -> !editor.viewModel().draft().offerProperty().get().isEmpty());
    robot.clickOn("#leave-draft");
    Journey.until(() -> editor.viewModel().draft().offerProperty().get().isEmpty());
    reopen(robot);
    Journey.until(() -> !editor.viewModel().draft().offerProperty().get().isEmpty());
    robot.clickOn("#discard-draft");
    robot.clickOn("#discard");
    Journey.until(() -> drafts().isEmpty());
    assertThat(counts().total()).isZero();
  }

  @Test
  void problemsOfAnImportNameItsFileAndLinesAfterARestart(FxRobot robot) throws Exception {
    ready();
    List<String> skus = Journey.stored(workspace(), "sku");
    Path file = home.resolve("prices.csv");
    Files.writeString(
        file, "SKU,Name,Price\n%s,Mine,5\n%s,,free\n".formatted(skus.get(0), skus.get(1)));
    robot.interact(() -> editor.controller().importDropped(List.of(file)));
    new ImportHandle(robot).take("Take 1 change");
    Journey.until(() -> counts().edits() == 2);
    reopen(robot);
    try (Connection other = workspace().database().writer().getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("UPDATE product SET name = 'Theirs', version = version + 1 WHERE id = 1");
    }
    Journey.until(() -> !editor.viewModel().draft().offerProperty().get().isEmpty());

    robot.clickOn("#restore-draft");
    Journey.until(() -> counts().edits() == 2);
    robot.clickOn("#problems-tab");
    String refused = "prices.csv, line 2 · " + skus.get(0);
    Journey.until(() ->
        robot
            .lookup(node ->
                node instanceof Labeled place
                    && String.valueOf(place.getText()).startsWith(refused))
            .tryQuery()
            .isPresent());
    assertThat(robot.lookup("prices.csv, line 3 · Price").tryQuery()).isPresent();
    picture("draft-journey-problems");
  }

  @Test
  void whatIsDiscardedOnClosingIsGone(FxRobot robot) {
    ready();
    typeAndPaste(robot);
    assertThat(drafts()).hasSize(1);
    askToClose();
    robot.clickOn("#discard");
    Journey.until(() -> !stage.isShowing());
    Journey.end(robot, editor, stage);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void aDraftThatCannotBeWrittenIsWarnedOfUntilItCan(FxRobot robot) throws IOException {
    ready();
    Files.createFile(home.resolve("drafts"));
    typeAndPaste(robot);
    Journey.until(() ->
        editor.viewModel().draft().warningProperty().get().startsWith("3 changes are in memory"));
    picture("draft-journey-warning");
    Files.delete(home.resolve("drafts"));
    robot.clickOn("#retry-draft");
    Journey.until(() -> editor.viewModel().draft().warningProperty().get().isEmpty());
    assertThat(drafts()).hasSize(1);
  }

  private void typeAndPaste(FxRobot robot) {
    robot.doubleClickOn(Journey.cell(robot, Journey.name(workspace(), 0)));
    robot.push(KeyCode.CONTROL, KeyCode.A).write("Typed by hand");
    robot.clickOn(Journey.cell(robot, Journey.name(workspace(), 3)));
    Journey.copy(robot, "SKU\tName\tPrice\nNEW-1\tFirst\t5\nNEW-2\tSecond\tfree\n");
    robot.push(KeyCode.CONTROL, KeyCode.V);
    Journey.until(() -> counts().total() == 3);
  }

  /** The question blocks its own event, not this thread. */
  private void askToClose() {
    Platform.runLater(
        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** As after a start of the program: another window, another folder object. */
  private void reopen(FxRobot robot) {
    Journey.end(robot, editor, stage);
    robot.interact(() -> open(new Stage(), new DraftFolder(home.resolve("drafts"))));
    ready();
  }

  private void ready() {
    Journey.awaitProducts(editor, PRODUCTS);
  }

  private List<Path> drafts() {
    Path drafts = home.resolve("drafts");
    if (!Files.isDirectory(drafts)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(drafts)) {
      return files.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void picture(String name) {
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Screenshot.of(stage))
        .save(Path.of("target/screenshots", name + ".png"));
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private ChangeCounts counts() {
    return workspace().changes().counts();
  }
}
