package app.pallet.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.draft.DraftStatus;
import app.pallet.ui.UiRobot;
import app.pallet.ui.dialog.Questions.Leaving;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DialogsTest {
  private static final ErrorReport REPORT =
      new ErrorReport(
          "The catalogue can't be opened",
          "prices.xls is not a Pallet catalogue. Import it instead: File, Import.",
          "File: /home/ann/prices.xls\nSQLite: file is not a database",
          Path.of("/home/ann/.local/share/pallet/pallet.log"));

  private final UiRobot robot = UiRobot.start();
  private final List<Object> answers = new ArrayList<>();
  private Stage stage;

  @BeforeEach
  void open() {
    stage =
        robot.show(
            () -> {
              Appearance.ofApplication(ThemeChoice.LIGHT);
              return new StackPane(new Label("behind"));
            },
            900,
            600);
  }

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @Test
  void pendingChangesAreDiscardedOnlyWhenAskedFor() {
    ask(1_204);
    robot.screenshot(stage).save(Path.of("target/screenshots/dialog-leaving.png"));
    robot.runOnFx(() -> Appearance.ofApplication(ThemeChoice.DARK));
    robot.settle();
    robot.screenshot(stage).save(Path.of("target/screenshots/dialog-leaving-dark.png"));
    robot.click("#discard");
    assertThat(answers).containsExactly(Leaving.DISCARD);
  }

  @Test
  void stayingIsOneClick() {
    ask(1);
    robot.click("#keep-editing");
    assertThat(answers).containsExactly(Leaving.KEEP_EDITING);
  }

  @Test
  void keepingThemForNextTimeIsWhatEnterDoes() {
    ask(1);
    robot.press(KeyCode.ENTER);
    assertThat(answers).containsExactly(Leaving.KEEP_FOR_NEXT_TIME);
  }

  @Test
  void whatCannotBeKeptIsSaidAndEscapeStays() {
    DraftStatus full = new DraftStatus.Failing("The disk with /home/ann is full", 3);
    Platform.runLater(() -> answers.add(new DialogQuestions(stage).leaving(40, full)));
    robot.settle();
    robot.screenshot(stage).save(Path.of("target/screenshots/dialog-leaving-full.png"));
    robot.press(KeyCode.ESCAPE);
    assertThat(answers).containsExactly(Leaving.KEEP_EDITING);
  }

  @Test
  void aDraftIsDiscardedOnlyWhenAskedForTwice() {
    Platform.runLater(() -> answers.add(new DialogQuestions(stage).discardDraft(1_204)));
    robot.settle();
    robot.screenshot(stage).save(Path.of("target/screenshots/dialog-discard-draft.png"));
    robot.press(KeyCode.ESCAPE);
    assertThat(answers).containsExactly(false);
  }

  @Test
  void escapeLosesNothing() {
    ask(12);
    robot.press(KeyCode.ESCAPE);
    assertThat(answers).containsExactly(Leaving.KEEP_EDITING);
  }

  @Test
  void anErrorIsCopiedWithItsDetailsAndTheDialogStays() {
    Platform.runLater(() -> new ErrorDialog(stage).report(REPORT));
    robot.settle();
    robot.screenshot(stage).save(Path.of("target/screenshots/dialog-error.png"));
    robot.click("#copy-details");
    String copied = robot.onFx(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied)
        .contains("is not a Pallet catalogue")
        .contains("file is not a database")
        .contains("pallet.log");
    assertThat(robot.find("#error-dialog").isVisible()).isTrue();
  }

  private void ask(int pending) {
    Platform.runLater(
        () -> answers.add(new DialogQuestions(stage).leaving(pending, new DraftStatus.Saved())));
    robot.settle();
  }
}
