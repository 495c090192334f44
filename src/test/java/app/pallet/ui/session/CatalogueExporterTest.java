package app.pallet.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.ui.UiRobot;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.FileDialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.work.DirectRunner;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.turns.WorkspaceListener;
import app.pallet.workspace.view.CellBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the export window to the file, against a real catalogue. */
@SuppressWarnings("NullAway.Init") // opened before each test
final class CatalogueExporterTest {

  @TempDir private Path folder;

  private final UiRobot robot = UiRobot.start();
  private final List<Notice> notices = new ArrayList<>();
  private final List<String> suggestions = new ArrayList<>();
  private Workspace workspace;
  private Stage stage;

  @BeforeEach
  void open() {
    stage =
        robot.show(
            () -> {
              Appearance.ofApplication(ThemeChoice.LIGHT);
              return new StackPane(new Label("behind"));
            },
            1_000,
            760);
    workspace = robot.onFx(this::openWorkspace);
  }

  @AfterEach
  void close() {
    robot.closeWindows();
    robot.runOnFx(workspace::close);
  }

  private Workspace openWorkspace() {
    Path file = folder.resolve("shop.pallet");
    ExampleCatalogue.create(file, 20, WorkMonitor.NONE).close();
    Workspace opened =
        new Workspace(
            CatalogueDatabase.open(file, ConnectionSettings.DEFAULT),
            new DirectRunner(),
            new DirectRunner(),
            CellFormat.PLAIN,
            new Failing(),
            PendingWork.IN_MEMORY);
    opened.show(opened.query());
    return opened;
  }

  private void ask(List<CellBlock> selected, Optional<Path> answer) {
    Dialogs real = Dialogs.over(stage, new Notices());
    Dialogs dialogs =
        new Dialogs(
            new Answer(answer, suggestions),
            real.questions(),
            real.notifier(),
            real.errors(),
            real.windows());
    robot.runOnFx(() -> new CatalogueExporter(workspace, real.notifier()).ask(selected, dialogs));
  }

  @Test
  void theSelectedRowsAreWrittenAndTheUserIsTold() throws IOException {
    Path file = folder.resolve("selected.csv");
    Column sku = workspace.schema().match();
    ask(List.of(new CellBlock(2, 4, List.of(sku))), Optional.of(file));
    robot.click("#export-rows-selected");
    robot.click("#export-columns-none");
    TextInputControl search = (TextInputControl) robot.find("#export-column-search");
    robot.runOnFx(() -> search.setText("sku"));
    robot.click("#export-columns-all");
    String preview = ((TextInputControl) robot.find("#export-preview")).getText();
    robot.click("#export-write");

    assertThat(Files.readAllLines(file)).hasSize(4).first().isEqualTo("sku");
    assertThat(String.join("\n", Files.readAllLines(file))).isEqualTo(preview);
    assertThat(suggestions).containsExactly("products.csv");
    assertThat(notices).extracting(Notice::text).containsExactly("3 rows to selected.csv");
  }

  @Test
  void whatIsPendingIsNotWrittenAndTheWindowSaysSo() throws IOException {
    Path file = folder.resolve("all.csv");
    robot.runOnFx(() ->
        workspace
            .edits()
            .setCell(workspace.view().keyAt(0), workspace.schema().require("name"), "Renamed"));
    ask(List.of(), Optional.of(file));
    assertThat(((Labeled) robot.find("#export-pending")).getText())
        .isEqualTo("1 pending change is not part of it.");
    assertThat(robot.find("#export-rows-selected").isDisabled()).isTrue();
    robot.click("#export-write");
    assertThat(Files.readString(file)).doesNotContain("Renamed");
  }

  /** A row that is found for the sake of an edit is among them, as the database holds it. */
  @Test
  void theRowsFoundAreThoseThatTheTableShows() throws IOException {
    Path file = folder.resolve("found.csv");
    Column name = workspace.schema().require("name");
    robot.runOnFx(() -> {
      workspace.edits().setCell(workspace.view().keyAt(0), name, "Quince");
      workspace.show(workspace.query().searching("quince"));
    });
    assertThat(robot.onFx(() -> workspace.view().storedSize())).isEqualTo(1);
    ask(List.of(), Optional.of(file));
    assertThat(((Labeled) robot.find("#export-rows-shown")).getText()).contains("1");
    robot.click("#export-write");

    assertThat(Files.readString(file))
        .contains("LIG-000001")
        .doesNotContain("OFF-000002", "Quince");
    assertThat(notices).extracting(Notice::text).containsExactly("1 row to found.csv");
  }

  @Test
  void whoNamesNoFileCanGoOnChoosing() {
    ask(List.of(), Optional.empty());
    robot.click("#export-write");
    assertThat(robot.find("#export-pane").isVisible()).isTrue();
    assertThat(notices).isEmpty();
  }

  /** Gives the same file to every question. */
  private record Answer(Optional<Path> file, List<String> suggestions) implements FileDialogs {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      throw new AssertionError(title);
    }

    @Override
    public Optional<Path> save(String title, FileKind kind, String suggestion) {
      suggestions.add(suggestion);
      return file;
    }
  }

  private final class Notices implements Notifier {
    @Override
    public void show(Notice notice) {
      notices.add(notice);
    }

    @Override
    public void show(Notice notice, String label, Runnable action) {
      notices.add(notice);
    }
  }

  private static final class Failing implements WorkspaceListener {
    @Override
    public void failed(String task, Throwable failure) {
      throw new AssertionError(task, failure);
    }
  }
}
