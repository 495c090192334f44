package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.draft.DraftFolder;
import app.pallet.ui.dialog.DialogQuestions;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.ErrorDialog;
import app.pallet.ui.dialog.FileDialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.OwnedWindows;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
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

/** The main job with a keyboard and no mouse: open, search, edit, undo, commit, look round. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class KeyboardJourneyTest {

  private static final int PRODUCTS = 60;

  @TempDir private static Path folder;

  private Stage stage;
  private Editor editor;
  private Path catalogue;

  @Start
  void show(Stage shown) {
    stage = shown;
    catalogue = folder.resolve("shop.pallet");
    editor =
        Editor.over(
            shown,
            Settings.DEFAULT.askingNothing(),
            (file, monitor) -> ExampleCatalogue.create(file, PRODUCTS, monitor),
            new DraftFolder(folder.resolve("drafts")),
            folder.resolve("pallet.log"),
            notifier ->
                new Dialogs(
                    new Chosen(),
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
  void theMainJobNeedsNoMouse(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.O);
    Journey.awaitProducts(editor, PRODUCTS);
    Journey.until(() -> isFocusIn("product-grid"));
    List<String> before = Journey.stored(workspace(), "name");
    robot.push(KeyCode.CONTROL, KeyCode.L).write("espresso").push(KeyCode.ENTER);
    assertThat(isFocusIn("product-grid")).as("Enter goes from the search to the table").isTrue();
    Journey.until(() -> workspace().view().size() < PRODUCTS && !workspace().view().isCounting());

    robot.push(KeyCode.CONTROL, KeyCode.HOME).push(KeyCode.RIGHT).push(KeyCode.F2);
    robot.push(KeyCode.CONTROL, KeyCode.A).write("Typed").push(KeyCode.ENTER);
    assertThat(pending()).isEqualTo(1);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(pending()).isZero();
    assertThat(Journey.told(editor)).anyMatch(told -> told.matches("Undid: \\w+ of 1 row"));
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(pending()).isEqualTo(1);

    robot.push(KeyCode.ALT, KeyCode.DIGIT1).push(KeyCode.F6);
    assertThat(isFocusIn("side-panel")).as("F6 goes to the panel").isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(isFocusIn("product-grid")).as("Esc ends in the table").isTrue();
    robot.push(KeyCode.SHIFT, KeyCode.F6);
    assertThat(isFocusIn("tool-bar")).isTrue();
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.END).push(KeyCode.LEFT);
    assertThat(isFocusIn("commit")).as("arrows go along the tool bar").isTrue();
    robot.push(KeyCode.SPACE);
    Journey.until(() -> workspace().changes().isEmpty());
    robot.push(KeyCode.ESCAPE);
    assertThat(isFocusIn("product-grid")).isTrue();
    assertThat(Journey.stored(workspace(), "name")).isNotEqualTo(before).contains("Typed");
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private int pending() {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> workspace().changes().counts().total());
  }

  /** Whether the focus is in the node of an id. */
  private boolean isFocusIn(String id) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          Node node = stage.getScene().getFocusOwner();
          while (node != null && !id.equals(node.getId())) {
            node = node.getParent();
          }
          return node != null;
        });
  }

  /** Chooses the catalogue wherever a file is asked for. */
  private final class Chosen implements FileDialogs {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return Optional.of(catalogue);
    }

    @Override
    public Optional<Path> save(String title, FileKind kind, String name) {
      return Optional.empty();
    }
  }
}
