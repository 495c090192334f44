package app.pallet.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.draft.DraftStatus;
import app.pallet.schema.ProductSchema;
import app.pallet.ui.UiRobot;
import app.pallet.ui.dialog.Questions.Leaving;
import app.pallet.ui.dialog.Questions.LeavingCommit;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.workspace.checks.CommitFindings;
import app.pallet.workspace.checks.CommitWarning;
import app.pallet.workspace.checks.CommitWarning.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DialogsTest {
  private static final ErrorReport REPORT =
      new ErrorReport(
          "The catalogue can't be opened",
          "prices.xls is not a Pallet catalogue. Import it instead: File, Import.",
          "File: /home/ann/prices.xls\nSQLite: file is not a database",
          Path.of("/home/ann/.local/share/pallet/pallet.log"));

  private static final CommitFindings DOUBTFUL =
      new CommitFindings(
          1_204,
          Map.of(),
          List.of(
              new CommitWarning.RowsDeleted(
                  12, Stream.of("MUG-001", "MUG-002", "BOWL-17").map(DialogsTest::row).toList()),
              new CommitWarning.PriceMoved(
                  ProductSchema.create().require("price"),
                  50,
                  34,
                  List.of(
                      new Example(new RowKey.Id(1), "TEA-1004", "12.90", "1290.00"),
                      new Example(new RowKey.Id(2), "TEA-1005", "8.50", "0.85"),
                      new Example(new RowKey.Id(3), "MUG-114", "19.00", "4.00"))),
              new CommitWarning.ManyRowsChanged(1_190, 2_000),
              new CommitWarning.BarcodeDigit(
                  ProductSchema.create().require("barcode"),
                  2,
                  List.of(
                      new Example(new RowKey.New(1), "New row", "", "4006381333932"),
                      new Example(new RowKey.New(2), "New row", "", "96385070")))),
          Optional.empty());

  private static Example row(String title) {
    return new Example(new RowKey.Id(title.hashCode()), title, "", "");
  }

  private final UiRobot robot = UiRobot.start();
  private final List<Object> answers = new ArrayList<>();
  private final StringProperty soFar = new SimpleStringProperty("");
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

  @ParameterizedTest
  @CsvSource({
    "#stop-commit,STOP",
    "#finish-commit,FINISH",
    "#discard,DISCARD",
    "#keep-editing,GO_ON_EDITING"
  })
  void aRunningCommitIsAskedAbout(String button, LeavingCommit answer) {
    askAboutCommit("So far it has written 41,500 of 100,000 rows.");
    robot.screenshot(stage).save(Path.of("target/screenshots/dialog-leaving-commit.png"));
    robot.click(button);
    assertThat(answers).containsExactly(answer);
  }

  @ParameterizedTest
  @CsvSource({"ENTER,FINISH", "ESCAPE,GO_ON_EDITING"})
  void noKeyStopsARunningCommit(KeyCode key, LeavingCommit answer) {
    askAboutCommit("So far it has written 41,500 of 100,000 rows.");
    robot.press(key);
    assertThat(answers).containsExactly(answer);
  }

  @Test
  void howFarTheCommitIsStaysTrueWhileTheQuestionStands() {
    askAboutCommit("It is being prepared.");
    robot.runOnFx(() -> soFar.set("So far it has written 5 of 7 rows."));
    assertThat(((Label) robot.find("#commit-so-far")).getText())
        .isEqualTo("So far it has written 5 of 7 rows.");
    robot.press(KeyCode.ESCAPE);
  }

  @Test
  void otherWorkIsStoppedOnlyWhenAskedFor() {
    for (String button : List.of("#keep-editing", "#stop-work")) {
      Platform.runLater(
          () -> answers.add(new DialogQuestions(stage).stopping(List.of("Export prices.csv"))));
      robot.settle();
      robot.screenshot(stage).save(Path.of("target/screenshots/dialog-stopping.png"));
      robot.click(button);
    }
    Platform.runLater(
        () -> answers.add(new DialogQuestions(stage).stopping(List.of("Export a.csv", "Paste"))));
    robot.settle();
    robot.press(KeyCode.ESCAPE);
    assertThat(answers).containsExactly(false, true, false);
  }

  private void askAboutCommit(String text) {
    Platform.runLater(() -> {
      soFar.set(text);
      answers.add(new DialogQuestions(stage).leavingCommit(soFar));
    });
    robot.settle();
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

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void aDoubtfulCommitShowsTheWorst(ThemeChoice theme) {
    askToCommit(theme, DOUBTFUL);
    robot.screenshot(stage).save(Path.of("target/screenshots/dialog-commit-" + theme + ".png"));
    robot.click("#commit-anyway");
    assertThat(answers).containsExactly(Questions.Commit.COMMIT);
  }

  @Test
  void theRowsOfADoubtfulCommitCanBeLookedAt() {
    askToCommit(ThemeChoice.LIGHT, DOUBTFUL);
    robot.click("#commit-show");
    assertThat(answers).containsExactly(Questions.Commit.SHOW);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"ESCAPE", "ENTER"})
  void aKeyPressedOnceTooOftenCommitsNothing(KeyCode key) {
    askToCommit(ThemeChoice.LIGHT, DOUBTFUL);
    robot.press(key);
    assertThat(answers).containsExactly(Questions.Commit.CANCEL);
  }

  @Test
  void aMissingBackupIsSaid() {
    askToCommit(
        ThemeChoice.LIGHT,
        new CommitFindings(
            3,
            Map.of(),
            List.of(),
            Optional.of("No backup of /home/ann/shop.pallet could be made: the disk is full")));
    robot.screenshot(stage).save(Path.of("target/screenshots/dialog-no-backup.png"));
    assertThat(robot.find("#commit-show").isVisible()).isFalse();
    robot.click("#commit-cancel");
    assertThat(answers).containsExactly(Questions.Commit.CANCEL);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void aDamagedCatalogueHasTwoWaysOut(ThemeChoice theme) {
    askAboutDamage(theme, Optional.of("Thursday 12 March 2026, 08:02"));
    robot.screenshot(stage).save(Path.of("target/screenshots/dialog-damage-" + theme + ".png"));
    robot.click("#damage-restore");
    askAboutDamage(theme, Optional.empty());
    robot.click("#damage-salvage");
    askAboutDamage(theme, Optional.empty());
    robot.press(KeyCode.ESCAPE);
    assertThat(answers)
        .containsExactly(
            Questions.Damage.RESTORE, Questions.Damage.SALVAGE, Questions.Damage.LEAVE);
  }

  private void askAboutDamage(ThemeChoice theme, Optional<String> backup) {
    Platform.runLater(() -> {
      Appearance.ofApplication(theme);
      answers.add(
          new DialogQuestions(stage)
              .damaged("shop.pallet", "Tree 4 page 17: btreeInitPage() returns 11", backup));
    });
    robot.settle();
  }

  private void askToCommit(ThemeChoice theme, CommitFindings findings) {
    Platform.runLater(() -> {
      Appearance.ofApplication(theme);
      answers.add(new DialogQuestions(stage).committing(findings));
    });
    robot.settle();
  }

  private void ask(int pending) {
    Platform.runLater(
        () -> answers.add(new DialogQuestions(stage).leaving(pending, new DraftStatus.Saved())));
    robot.settle();
  }
}
