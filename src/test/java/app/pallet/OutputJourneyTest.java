package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.DamagedFile;
import app.pallet.draft.DraftFolder;
import app.pallet.ui.EditorCommand;
import app.pallet.ui.dialog.DialogQuestions;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.ErrorDialog;
import app.pallet.ui.dialog.FileDialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.OwnedWindows;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
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

/** What the window writes never takes the place of somebody's data, and it says why. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class OutputJourneyTest {

  private static final int PRODUCTS = 20;

  @TempDir private static Path root;

  private FxRobot robot;
  private Path folder;
  private Path catalogue;
  private Path source;
  private Path target;
  private Stage stage;
  private Editor editor;

  @Start
  void make(Stage shown) throws Exception {
    folder = Files.createTempDirectory(root, "shop");
    catalogue = DamagedFile.catalogue(folder.resolve("shop.pallet"), PRODUCTS);
    source = folder.resolve("products.csv");
    Files.writeString(source, "sku,name,price\nB-1,Bowl,free\n");
    target = catalogue;
    stage = shown;
    editor =
        Editor.over(
            shown,
            Settings.DEFAULT,
            (path, monitor) -> CatalogueDatabase.open(path, ConnectionSettings.DEFAULT),
            new DraftFolder(folder.resolve("drafts")),
            folder.resolve("pallet.log"),
            notifier ->
                new Dialogs(
                    new Target(),
                    new DialogQuestions(shown),
                    notifier,
                    new ErrorDialog(shown),
                    new OwnedWindows(shown)));
    editor.window().show();
  }

  @BeforeEach
  void use(FxRobot testing) {
    robot = testing;
  }

  @AfterEach
  void close() {
    Journey.end(robot, editor, stage);
  }

  @Test
  void anExportIsRefusedWhereDataIs() throws Exception {
    for (Spared each : spared()) {
      robot.interact(() -> editor.controller().perform(EditorCommand.EXPORT));
      refuses(each, () -> robot.clickOn("#export-write"));
    }
  }

  @Test
  void theLogIsNotSavedWhereDataIs() throws Exception {
    open();
    commitOneEdit();
    robot.push(KeyCode.CONTROL, KeyCode.J);
    for (Spared each : spared()) {
      refuses(each, () -> robot.clickOn("#log-save"));
    }
  }

  /** A pipe that nobody reads keeps its writer waiting, as a slow network folder does. */
  @Test
  void theWindowDoesNotWaitForALogThatIsSaved() throws Exception {
    open();
    commitOneEdit();
    target = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", target.toString()).start().waitFor()).isZero();
    AtomicBoolean answers = new AtomicBoolean();
    Platform.runLater(() -> {
      robot.lookup("#log-save").queryAs(ButtonBase.class).fire();
      answers.set(true);
    });
    try {
      Journey.until(answers::get);
    } finally {
      assertThat(Files.readString(target)).contains("Batch");
    }
  }

  @Test
  void pendingProblemRowsAreNotSavedWhereDataIs() throws Exception {
    open();
    robot.clickOn("#problems-tab");
    for (Spared each : spared()) {
      refuses(each, () -> robot.clickOn("#save-pending-problems"));
    }
  }

  @Test
  void problemRowsOfAnImportAreNotSavedWhereDataIs() throws Exception {
    List<Spared> all = new ArrayList<>(spared());
    all.add(Spared.of(source, "it is the file that is imported"));
    robot.interact(() -> editor.controller().importDropped(List.of(source)));
    new ImportHandle(robot).settled();
    for (Spared each : all) {
      target = each.file();
      robot.clickOn("#save-problem-rows");
      Journey.until(() -> remark().contains(each.file().toString()));
      assertThat(remark()).contains(each.file() + " is not written: " + each.reason());
      each.requireUntouched();
    }
  }

  @Test
  void aFileKeepsItsPermissionsAndAReadOnlyOneIsRefused() throws Exception {
    open();
    Path ours = Files.writeString(folder.resolve("ours.csv"), "old");
    Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rw-------"));
    target = ours;
    robot.interact(() -> editor.controller().perform(EditorCommand.EXPORT));
    robot.clickOn("#export-write");
    Journey.until(() -> notices().contains("Exported. 20 rows to ours.csv"));
    assertThat(Files.readAllLines(ours)).hasSize(PRODUCTS + 1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("r--r--r--"));
    Spared readOnly = Spared.of(ours, "it is read-only");
    robot.interact(() -> editor.controller().perform(EditorCommand.EXPORT));
    if (Files.isWritable(ours)) { // the tests run as root
      robot.clickOn("#export-write");
      Journey.until(() -> Collections.frequency(notices(), "Exported. 20 rows to ours.csv") == 2);
    } else {
      refuses(readOnly, () -> robot.clickOn("#export-write"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)))
        .isEqualTo("r--r--r--");
  }

  @Test
  void aBackupIsNotOpenedAsACopyWhereDataIs() throws Exception {
    List<Spared> all = spared();
    for (Spared each : all) {
      robot.interact(() -> editor.controller().perform(EditorCommand.RESTORE_BACKUP));
      target = each.file();
      robot.clickOn("#backup-open");
      assertThat(told()).contains(each.file() + " is there already");
      each.requireUntouched();
    }
  }

  /** A catalogue under such a name would be taken for SQLite's own, and deleted. */
  @Test
  void nothingIsSavedOfADamagedCatalogueWhereSqliteKeepsItsLogs() throws Exception {
    DamagedFile.damage(catalogue, DamagedFile.leaves(catalogue, "product").subList(0, 1));
    byte[] before = Files.readAllBytes(catalogue);
    for (String log : new String[] {"-journal", "-wal", "-shm"}) {
      target = folder.resolve("shop.pallet" + log);
      robot.interact(() -> editor.controller().open(catalogue));
      Journey.until(() -> isShown("#damage-dialog"));
      robot.clickOn("#damage-salvage");
      assertThat(told()).contains(target + " is not written: ").contains("log");
      assertThat(isCatalogue(target)).isFalse();
    }
    assertThat(Files.readAllBytes(catalogue)).isEqualTo(before);
  }

  /** Chooses the target, writes, and is told that it is not written. */
  private void refuses(Spared spared, Runnable write) throws IOException {
    target = spared.file();
    int before = notices().size();
    write.run();
    assertThat(told()).contains(spared.file() + " is not written: " + spared.reason());
    spared.requireUntouched();
    assertThat(notices().stream().skip(before))
        .noneMatch(notice -> notice.matches("(Exported|Saved).*"));
  }

  /** Whether a file is one, and none of those that SQLite made while it read the damaged one. */
  private static boolean isCatalogue(Path file) throws IOException {
    return Files.exists(file)
        && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("SQLite");
  }

  /** What the dialog says; it is closed. */
  private String told() {
    Journey.until(() -> isShown("#error-dialog"));
    String text = robot.lookup("#error-dialog").queryAs(DialogPane.class).getContentText();
    robot.clickOn("Close");
    Journey.until(() -> !isShown("#error-dialog"));
    return text;
  }

  private List<String> notices() {
    return Journey.told(editor);
  }

  private String remark() {
    return robot.lookup("#import-failure").queryAs(Labeled.class).getText();
  }

  /**
   * Opens the catalogue, with rows in its log and a draft.
   *
   * @return all that nothing may take the place of
   */
  private List<Spared> spared() throws Exception {
    open();
    Path backup =
        CatalogueBackups.in(folder.resolve("backups")).make(catalogue, WorkMonitor.NONE).file();
    Path other = Files.copy(backup, folder.resolve("other.csv"));
    try (Connection writer = workspace().database().writer().getConnection();
        Statement statement = writer.createStatement()) {
      statement.execute("UPDATE product SET name = 'In the log' WHERE id = 2");
    }
    robot.interact(() ->
        workspace()
            .edits()
            .setCell(
                workspace().view().keyAt(0), workspace().schema().require("price"), "on request"));
    Journey.until(() -> draft().isPresent());
    Map<Path, String> reasons = new LinkedHashMap<>();
    reasons.put(catalogue, "it is the open catalogue");
    reasons.put(Files.createSymbolicLink(folder.resolve("link.csv"), catalogue), "it is the open");
    reasons.put(folder.resolve("shop.pallet-wal"), "it is a log beside the open catalogue");
    reasons.put(folder.resolve("shop.pallet-shm"), "it is a log beside the open catalogue");
    reasons.put(backup, "it is a catalogue");
    reasons.put(draft().orElseThrow(), "it is a draft");
    reasons.put(other, "it is a catalogue or another database");
    List<Spared> all = new ArrayList<>();
    for (Map.Entry<Path, String> each : reasons.entrySet()) {
      all.add(Spared.of(each.getKey(), each.getValue()));
    }
    return all;
  }

  private void open() {
    if (editor.controller().workspace().isPresent()) {
      return;
    }
    robot.interact(() -> editor.controller().open(catalogue));
    Journey.awaitProducts(editor, PRODUCTS);
    workspace().database().keepLocks(); // what is read here would end SQLite's
  }

  private void commitOneEdit() {
    robot.interact(() ->
        workspace()
            .edits()
            .setCell(workspace().view().keyAt(4), workspace().schema().require("name"), "Jug"));
    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().isEmpty() && !workspace().isCommitting());
  }

  private Optional<Path> draft() {
    try (Stream<Path> drafts = Files.list(folder.resolve("drafts"))) {
      return drafts.findFirst();
    } catch (IOException e) { // none yet
      return Optional.empty();
    }
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private boolean isShown(String selector) {
    return robot.lookup(selector).tryQuery().isPresent();
  }

  /** A file that must stay, with what the user is told of it. */
  @SuppressWarnings("ArrayRecordComponent") // of nobody else's
  private record Spared(Path file, String reason, Object number, byte[] bytes) {

    static Spared of(Path file, String reason) throws IOException {
      return new Spared(file, reason, number(file), Files.readAllBytes(file));
    }

    private static Object number(Path file) throws IOException {
      return Files.getAttribute(file, "unix:ino");
    }

    void requireUntouched() throws IOException {
      assertThat(number(file)).isEqualTo(number);
      if (!file.toString().endsWith("-shm")) { // there each reader leaves a mark
        assertThat(Arrays.equals(Files.readAllBytes(file), bytes)).as(file.toString()).isTrue();
      }
    }
  }

  /** The user's answer to every question for a file, who agrees to replace it. */
  private final class Target implements FileDialogs {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      throw new AssertionError(title);
    }

    @Override
    public Optional<Path> save(String title, FileKind kind, String suggestion) {
      return Optional.of(target);
    }
  }
}
