package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowProblem;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.DamagedFile;
import app.pallet.draft.DraftFolder;
import app.pallet.schema.Column;
import app.pallet.ui.EditorCommand;
import app.pallet.ui.Screenshot;
import app.pallet.ui.dialog.DialogQuestions;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.ErrorDialog;
import app.pallet.ui.dialog.FileDialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.OwnedWindows;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Doubtful commits, damaged files and backups in the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class SafetyJourneyTest {

  private static final int PRODUCTS = 1_000;

  @TempDir private static Path root;

  private Path folder;
  private Path file;
  private Stage stage;
  private Editor editor;
  private CatalogueBackups backups;

  @Start
  void make(Stage shown) throws Exception {
    folder = java.nio.file.Files.createTempDirectory(root, "shop");
    file = DamagedFile.catalogue(folder.resolve("shop.pallet"), PRODUCTS);
    backups = CatalogueBackups.in(folder.resolve("backups"));
    stage = shown;
    FileDialogs files =
        new FileDialogs() {
          @Override
          public Optional<Path> open(String title, FileKind kind) {
            return Optional.empty();
          }

          @Override
          public Optional<Path> save(String title, FileKind kind, String suggestion) {
            return Optional.of(folder.resolve(suggestion));
          }
        };
    editor =
        Editor.over(
            shown,
            Settings.DEFAULT,
            (path, monitor) -> CatalogueDatabase.open(path, ConnectionSettings.DEFAULT),
            new DraftFolder(folder.resolve("drafts")),
            folder.resolve("pallet.log"),
            notifier ->
                new Dialogs(
                    files,
                    new DialogQuestions(shown),
                    notifier,
                    new ErrorDialog(shown),
                    new OwnedWindows(shown)));
    editor.window().show();
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void aPriceThatJumpsIsAskedAboutAndBackedUpBefore(FxRobot robot) {
    open(robot, file);
    robot.interact(() -> set(0, "price", "950"));
    robot.clickOn("#commit");
    Journey.until(() -> isShown(robot, "#commit-dialog"));
    robot.interact(
        () -> Screenshot.of(stage).save(Path.of("target/screenshots/journey-doubtful.png")));

    robot.clickOn("#commit-show");
    Journey.until(() -> !workspace().isCommitting());
    assertThat(workspace().changes().counts().total()).isEqualTo(1);
    assertThat(stored("price")).startsWith("1.0000");

    robot.clickOn("#commit");
    Journey.until(() -> isShown(robot, "#commit-dialog"));
    robot.clickOn("#commit-anyway");
    Journey.until(() -> workspace().changes().isEmpty());
    assertThat(stored("price")).startsWith("950.0000");
    assertThat(backups.list(file)).hasSize(1);
  }

  @Test
  void aDoubleClickOnCommitCommitsOnce(FxRobot robot) {
    open(robot, file);
    robot.interact(() -> {
      set(0, "name", "Renamed");
      workspace()
          .edits()
          .addRow(added -> {
            workspace().edits().setCell(added, workspace().schema().require("sku"), "NEW-1");
            workspace().edits().setCell(added, workspace().schema().require("name"), "New");
          });
    });

    robot.doubleClickOn("#commit");
    Journey.until(() -> workspace().changes().isEmpty() && !workspace().isCommitting());
    robot.doubleClickOn("#commit"); // with nothing to commit

    assertThat(stored("sku")).hasSize(PRODUCTS + 1).endsWith("NEW-1");
    assertThat(new CommitHistory(workspace().database()).commits())
        .singleElement()
        .returns(2L, commit -> commit.adds() + commit.edits());
  }

  @Test
  void aSkuThatIsTakenWaitsAndTheRestIsCommittedUnasked(FxRobot robot) {
    open(robot, file);
    robot.interact(() -> {
      set(0, "sku", "A-7");
      set(1, "name", "Renamed");
    });
    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().counts().total() == 1);

    assertThat(stored("name").get(1)).isEqualTo("Renamed");
    assertThat(problem(0, "sku"))
        .hasValue("SKU A-7 is already that of the row with Name " + stored("name").get(6));
  }

  @Test
  void aDamagedFileIsFoundAndItsBackupOpenedAsACopy(FxRobot robot) throws Exception {
    backups.make(file, WorkMonitor.NONE);
    DamagedFile.damage(file, DamagedFile.leaves(file, "product").subList(9, 10));
    robot.interact(() -> editor.controller().open(file));
    Journey.until(() -> isShown(robot, "#damage-dialog"));

    robot.clickOn("#damage-restore");

    Journey.until(() -> isOpen(copy -> !copy.equals(file)));
    assertThat(workspace().database().file().getFileName().toString()).startsWith("shop 20");
    assertThat(stored("sku")).hasSize(PRODUCTS);
  }

  @Test
  void whatCanBeReadOfADamagedFileIsSaved(FxRobot robot) throws Exception {
    DamagedFile.damage(file, DamagedFile.leaves(file, "product").subList(9, 10));
    robot.interact(() -> editor.controller().open(file));
    Journey.until(() -> isShown(robot, "#damage-dialog"));

    robot.clickOn("#damage-salvage");

    Journey.until(() -> isOpen(copy -> copy.endsWith("shop saved.pallet")));
    assertThat(stored("sku")).hasSizeBetween(PRODUCTS - 60, PRODUCTS - 1);
  }

  @Test
  void aBackupIsChosenFromTheListAndOpenedAsACopy(FxRobot robot) {
    backups.make(file, WorkMonitor.NONE);
    open(robot, file);
    robot.interact(() -> editor.controller().perform(EditorCommand.RESTORE_BACKUP));
    Journey.until(() -> isShown(robot, "#backups-pane"));

    robot.clickOn("#backup-open");

    Journey.until(() -> isOpen(copy -> !copy.equals(file)));
    assertThat(file).exists();
  }

  private void open(FxRobot robot, Path catalogue) {
    robot.interact(() -> editor.controller().open(catalogue));
    Journey.until(() -> isOpen(catalogue::equals));
  }

  private boolean isOpen(java.util.function.Predicate<Path> which) {
    return editor
        .controller()
        .workspace()
        .filter(open -> which.test(open.database().file()))
        .filter(open -> open.view().size() > 0 && open.view().rowAt(0).isPresent())
        .isPresent();
  }

  private void set(int row, String column, String text) {
    workspace()
        .edits()
        .setCell(workspace().view().keyAt(row), workspace().schema().require(column), text);
  }

  private Optional<String> problem(int row, String column) {
    Column wanted = workspace().schema().require(column);
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            workspace()
                .view()
                .rowAt(row)
                .flatMap(shown -> shown.problem(wanted))
                .map(RowProblem::message));
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private List<String> stored(String column) {
    return Journey.stored(workspace(), column);
  }

  private static boolean isShown(FxRobot robot, String selector) {
    return robot.lookup(selector).tryQuery().isPresent();
  }
}
