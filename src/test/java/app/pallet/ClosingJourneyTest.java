package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftFolder;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.RowQuery;
import app.pallet.ui.EditorCommand;
import app.pallet.ui.Screenshot;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.WholeExport;
import app.pallet.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real window is closed while a commit of 20,000 rows runs; nothing freezes, nothing is lost.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class ClosingJourneyTest {

  private static final int PRODUCTS = 50;
  private static final int ADDED = 20_000;
  private static final int BATCH = 100;

  @TempDir private static Path folder;

  private final AtomicBoolean closed = new AtomicBoolean();
  private CommitGate gate;
  private Path home;
  private Stage stage;
  private Editor editor;

  @Start
  void open(Stage shown) throws IOException {
    home = Files.createDirectory(folder.resolve(Long.toString(System.nanoTime())));
    open(shown, home.resolve("shop.pallet"));
  }

  private void open(Stage shown, Path catalogue) {
    open(shown, catalogue, settings());
  }

  private void open(Stage shown, Path catalogue, Settings settings) {
    stage = shown;
    editor =
        Editor.over(
            shown,
            settings,
            (file, monitor) ->
                Files.exists(file)
                    ? CatalogueDatabase.open(file, ConnectionSettings.DEFAULT)
                    : ExampleCatalogue.create(file, PRODUCTS, monitor),
            new DraftFolder(home.resolve("drafts")),
            home.resolve("pallet.log"));
    shown.setOnHiding(event -> editor.close(() -> closed.set(true))); // as Desktop does
    editor.window().show();
    editor.controller().open(catalogue);
    gate = new CommitGate(editor.viewModel().log().inbox());
  }

  private static Settings settings() {
    Settings usual = Settings.DEFAULT.askingNothing();
    return new Settings(
        usual.window(),
        usual.frame(),
        usual.theme(),
        usual.recent(),
        usual.columns(),
        new CommitPlan(CommitMode.BATCH, BATCH, TransactionScope.PER_BATCH),
        usual.mappings(),
        usual.views(),
        usual.recipes(),
        usual.safety());
  }

  @AfterEach
  void close(FxRobot robot) {
    gate.open();
    Journey.end(robot, editor, stage);
  }

  @Test
  void theQuestionNamesTheCommitAndOneCanStay(FxRobot robot) {
    commitUntil(robot, CommitGate.A_BATCH);
    askToClose();
    assertThat(text(robot, "#commit-so-far"))
        .matches("So far it has written [0-9,]+ of 20,000 rows.");
    pictures(robot, stage, "closing-question");

    robot.clickOn("#keep-editing");
    gate.open();

    Journey.until(() -> !workspace().isCommitting());
    assertThat(stage.isShowing()).isTrue();
    assertThat(stored()).isEqualTo(PRODUCTS + ADDED);
  }

  @Test
  void stoppedItAnswersWithinABatchAndTheRestIsOfferedNextTime(FxRobot robot) {
    commitUntil(robot, CommitGate.A_BATCH);
    long before = stored();
    askToClose();
    robot.clickOn("#stop-commit");
    Journey.until(() -> !stage.isShowing()); // although the writing thread can't go on
    assertThat(closed).isFalse();

    gate.open();
    Journey.until(() -> text(robot, "#closing-details").endsWith(" kept for the next time"));
    long rest = PRODUCTS + ADDED - stored();
    assertThat(text(robot, "#closing-details")).startsWith("%,d changes".formatted(rest));
    Journey.until(closed::get);

    assertThat(stored()).isBetween(before, before + BATCH);
    reopen(robot);
    Journey.until(() -> !offer().isEmpty());
    assertThat(offer()).startsWith("Restore %,d pending changes".formatted(rest));
  }

  @Test
  void discardedNothingIsWrittenAnyMoreAndNoDraftIsLeft(FxRobot robot) {
    commitUntil(robot, CommitGate.A_BATCH);
    long before = stored();
    askToClose();
    robot.clickOn("#discard");
    Journey.until(() -> !stage.isShowing());
    assertThat(drafts()).as("kept until the commit has stopped").isNotEmpty();

    gate.open();
    Journey.until(() -> text(robot, "#closing-details").endsWith(" changes are discarded"));
    assertThat(drafts()).as("when that is said").isEmpty();
    long written = stored();
    Journey.until(closed::get);

    assertThat(written).isBetween(before, before + BATCH);
    assertThat(stored()).isEqualTo(written);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void itFinishesInASmallWindowThatGoesByItself(FxRobot robot) {
    commitUntil(robot, CommitGate.A_BATCH);
    askToClose();
    robot.clickOn("#finish-commit");
    Journey.until(() -> !stage.isShowing());
    Window small = awaitSmall();
    Journey.until(() -> text(robot, "#closing-details").contains(" of 20,000 rows"));
    assertThat(text(robot, "#closing-title")).isEqualTo("Committing to shop.pallet");
    pictures(robot, small, "closing-window");
    assertThat(closed).isFalse();

    gate.open();
    Journey.until(() -> text(robot, "#closing-title").equals("20,000 rows committed"));
    pictures(robot, small, "closing-window-done");
    Journey.until(closed::get);

    assertThat(small.isShowing()).isFalse();
    assertThat(stored()).isEqualTo(PRODUCTS + ADDED);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void cancelledInTheSmallWindowItSaysWhatIsLeft(FxRobot robot) {
    commitUntil(robot, CommitGate.A_BATCH);
    long before = stored();
    askToClose();
    robot.clickOn("#finish-commit");
    Journey.until(() -> !stage.isShowing());
    Window small = awaitSmall();
    robot.clickOn("#closing-button");
    assertThat(text(robot, "#closing-button")).isEqualTo("Stopping…");

    gate.open();
    Journey.until(() -> text(robot, "#closing-title").endsWith(" rows committed"));
    pictures(robot, small, "closing-window-left");
    assertThat(stored()).isBetween(before, before + BATCH);
    assertThat(text(robot, "#closing-details"))
        .isEqualTo("%,d changes are kept for the next time".formatted(PRODUCTS + ADDED - stored()));
    assertThat(closed).as("until somebody has read it").isFalse();
    robot.clickOn("#closing-button");
    Journey.until(closed::get);
    assertThat(drafts()).hasSize(1);
  }

  @Test
  void closedByItsFrameTheSmallWindowStopsAndGoes(FxRobot robot) {
    commitUntil(robot, CommitGate.A_BATCH);
    long before = stored();
    askToClose();
    robot.clickOn("#finish-commit");
    Journey.until(() -> !stage.isShowing());
    Window small = awaitSmall();
    robot.interact(() -> small.fireEvent(new WindowEvent(small, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(small.isShowing()).as("until it has stopped").isTrue();
    gate.open();
    Journey.until(closed::get);
    assertThat(stored()).isBetween(before, before + BATCH);
    assertThat(drafts()).hasSize(1);
  }

  /** Commit and close are pressed at once: the check of the changes ends under the question. */
  @Test
  void whileOneQuestionStandsNoOtherIsAsked(FxRobot robot) {
    Journey.end(robot, editor, stage);
    robot.interact(() -> open(new Stage(), home.resolve("shop.pallet"), Settings.DEFAULT));
    Journey.awaitProducts(editor, PRODUCTS);
    String sku = Journey.stored(workspace(), "sku").getFirst();
    Journey.paste(robot, editor, "SKU\tPrice\n" + sku + "\t99999\n");
    Platform.runLater(() -> {
      editor.controller().perform(EditorCommand.COMMIT);
      stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    });
    Journey.until(() -> text(robot, "#commit-so-far").equals("It has ended meanwhile."));
    assertThat(robot.lookup("#commit-dialog").tryQuery()).isEmpty();

    robot.clickOn("#keep-editing");
    Journey.until(() -> robot.lookup("#commit-dialog").tryQuery().isEmpty());
    assertThat(stage.isShowing()).isTrue();
    assertThat(
            Journey.told(editor).stream().filter(told -> told.startsWith("Nothing was committed")))
        .hasSize(1);
    assertThat(workspace().changes().counts().total()).isEqualTo(1);
  }

  @Test
  void closedBeforeItHasBegunItWritesNothing(FxRobot robot) {
    commitUntil(robot, CommitGate.BEGUN);
    askToClose();
    robot.clickOn("#discard");
    gate.open();
    Journey.until(closed::get);
    assertThat(stored()).isEqualTo(PRODUCTS);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void nobodyHasToWaitForAStopThatTakesTooLong(FxRobot robot) {
    commitUntil(robot, CommitGate.A_BATCH);
    askToClose();
    robot.clickOn("#stop-commit");
    Journey.until(() -> !stage.isShowing());
    Journey.until(() -> small().filter(Window::isShowing).isPresent());
    assertThat(text(robot, "#closing-title")).isEqualTo("Closing shop.pallet");
    Journey.until(() -> text(robot, "#closing-button").equals("Don’t wait"));
    pictures(robot, awaitSmall(), "closing-window-long");
    robot.clickOn("#closing-button");
    Journey.until(closed::get);
    assertThat(drafts()).as("as after a crash").isNotEmpty();
  }

  @Test
  void anotherCatalogueIsOpenedWhileTheCommitFinishes(FxRobot robot) {
    commitUntil(robot, CommitGate.A_BATCH);
    Workspace first = workspace();
    askToOpen(home.resolve("other.pallet"));
    robot.clickOn("#finish-commit");
    Journey.until(() -> editor.viewModel().catalogueProperty().get().equals("other.pallet"));
    Journey.awaitProducts(editor, PRODUCTS);
    assertThat(workspace()).isNotSameAs(first);
    assertThat(editor.viewModel().progress().runningProperty().get()).isFalse();

    gate.open();
    Journey.until(() -> text(robot, "#closing-title").equals("20,000 rows committed"));
    Journey.until(() -> small().isEmpty());

    assertThat(stage.isShowing()).isTrue();
    assertThat(stored()).isEqualTo(PRODUCTS + ADDED);
    assertThat(workspace().changes().counts().total()).isZero();
    assertThat(editor.viewModel().catalogueProperty().get()).isEqualTo("other.pallet");
  }

  /** The export writes into a pipe that nobody reads, so that it certainly runs. */
  @Test
  void anExportThatRunsIsAskedAbout(FxRobot robot) throws Exception {
    commitUntil(robot, CommitGate.A_BATCH);
    gate.open();
    Journey.until(() -> !workspace().isCommitting());
    Path pipe = home.resolve("prices.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    robot.interact(() -> WholeExport.write(workspace(), pipe, result -> {}));
    try (InputStream read = Files.newInputStream(pipe)) {
      assertThat(read.read()).isPositive();
      askToClose();
      robot.clickOn("#keep-editing");
      assertThat(stage.isShowing()).isTrue();
      askToClose();
      assertThat(robot.lookup("“Export prices.csv” is still running").tryQuery()).isPresent();
      robot.clickOn("#stop-work");
      Journey.until(() -> !stage.isShowing()); // although the export waits for a reader
      assertThat(closed).isFalse();
      read.skipNBytes(1);
      assertThat(read.readAllBytes().length).isLessThan(500_000); // of about a million
    }
    Journey.until(closed::get);
  }

  private void commitUntil(FxRobot robot, int lines) {
    Journey.awaitProducts(editor, PRODUCTS);
    Journey.paste(
        robot,
        editor,
        IntStream.rangeClosed(1, ADDED)
            .mapToObj(i -> "NEW-%05d\tProduct %d\t%d.50\n".formatted(i, i, i % 90 + 1))
            .collect(Collectors.joining("", "SKU\tName\tPrice\n", "")));
    gate.shutAfter(lines);
    robot.clickOn("#commit");
    gate.awaitReached();
  }

  private void askToClose() {
    Platform.runLater(
        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void askToOpen(Path file) {
    Platform.runLater(() -> {
      if (editor.controller().mayClose()) {
        editor.controller().open(file);
      }
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void reopen(FxRobot robot) {
    closed.set(false);
    robot.interact(() -> open(new Stage(), home.resolve("shop.pallet")));
    Journey.until(() -> editor.controller().workspace().isPresent());
  }

  private static Window awaitSmall() {
    Journey.until(() -> small().isPresent());
    return small().orElseThrow();
  }

  private static Optional<Window> small() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(window -> window.getScene().lookup("#closing-window") != null)
        .findFirst();
  }

  private static String text(FxRobot robot, String id) {
    return robot
        .lookup(id)
        .tryQuery()
        .map(node -> node instanceof Label label ? label.getText() : ((Labeled) node).getText())
        .orElse("");
  }

  private void pictures(FxRobot robot, Window window, String name) {
    for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
      robot.interact(() -> editor.appearance().choiceProperty().set(theme));
      WaitForAsyncUtils.waitForFxEvents();
      Path file = Path.of("target/screenshots", name + "-" + theme + ".png");
      WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Screenshot.of(window)).save(file);
    }
  }

  private String offer() {
    return editor.viewModel().draft().offerProperty().get();
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  /** What the file holds, whoever else has it open. */
  private long stored() {
    try (CatalogueDatabase database =
        CatalogueDatabase.open(home.resolve("shop.pallet"), ConnectionSettings.DEFAULT)) {
      return new RowReader(database).keys(RowQuery.ALL).size();
    }
  }

  private List<Path> drafts() {
    if (!Files.isDirectory(home.resolve("drafts"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.resolve("drafts"))) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
