package app.pallet.ui.dialog;

import app.pallet.draft.DraftStatus;
import app.pallet.text.Counted;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.workspace.checks.CommitFindings;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks in dialogs over the window; Escape always means the answer that loses nothing. */
public final class DialogQuestions implements Questions {

  private static final int LONGEST_FINDING = 160;

  private final Window owner;

  /** Questions over a window. */
  public DialogQuestions(Window owner) {
    this.owner = owner;
  }

  private <A> Question<A> question(String title, String header) {
    return new Question<>(
        owner, AlertType.CONFIRMATION, Icons.of(Feather.ALERT_TRIANGLE, "warning"), title, header);
  }

  @Override
  public LeavingCommit leavingCommit(ObservableValue<String> soFar) {
    Question<LeavingCommit> question = question("Close catalogue", "A commit is running");
    question.wide("running-commit-dialog", 640);
    Label rows = Labels.wrapped("", "commit-so-far");
    rows.setId("commit-so-far");
    rows.textProperty().bind(soFar);
    Label choices =
        Labels.wrapped(
            "Let it finish in a small window that closes by itself. Or stop it now: what is not"
                + " written then stays in the draft, unless you discard it.",
            Styles.TEXT_MUTED);
    VBox content = new VBox(rows, choices);
    content.getStyleClass().add("running-commit");
    question.pane().setContent(content);
    question
        .offer(LeavingCommit.DISCARD, "Discard the rest", ButtonData.LEFT, "discard")
        .getStyleClass()
        .add(Styles.DANGER);
    question.offer(
        LeavingCommit.GO_ON_EDITING, "Go on editing", ButtonData.CANCEL_CLOSE, "keep-editing");
    question.offer(LeavingCommit.STOP, "Stop, keep the rest", ButtonData.OTHER, "stop-commit");
    question
        .offer(LeavingCommit.FINISH, "Let it finish", ButtonData.OK_DONE, "finish-commit")
        .getStyleClass()
        .add(Styles.ACCENT);
    return question.ask(LeavingCommit.GO_ON_EDITING);
  }

  @Override
  public boolean stopping(List<String> works) {
    boolean isOne = works.size() == 1;
    Question<Boolean> question =
        question(
            "Close catalogue",
            isOne
                ? "“" + works.getFirst() + "” is still running"
                : Counted.of(works.size(), "task is", "tasks are") + " still running");
    question.saying(
        (isOne ? "" : String.join(", ", works) + ". ")
            + "If you close now, it is stopped, and nothing of it is kept.");
    question
        .offer(true, "Stop and close", ButtonData.OTHER, "stop-work")
        .getStyleClass()
        .add("danger");
    question.offer(false, "Go on editing", ButtonData.CANCEL_CLOSE, "keep-editing");
    return question.ask(false);
  }

  @Override
  public Leaving leaving(int pending, DraftStatus status) {
    Question<Leaving> question =
        question(
            "Close catalogue", Counted.of(pending, "change is", "changes are") + " not committed");
    if (status instanceof DraftStatus.Failing failing) {
      question.saying(losses(failing));
      question
          .offer(Leaving.KEEP_FOR_NEXT_TIME, "Close all the same", ButtonData.OTHER, "keep-draft")
          .getStyleClass()
          .add("danger");
    } else {
      question.saying(
          "They are saved in a draft. Keep it, and Pallet offers to restore them when this"
              + " table is opened again.");
      question.offer(
          Leaving.KEEP_FOR_NEXT_TIME, "Keep for next time", ButtonData.OK_DONE, "keep-draft");
      question
          .offer(Leaving.DISCARD, "Discard changes", ButtonData.OTHER, "discard")
          .getStyleClass()
          .add("danger");
    }
    question.offer(Leaving.KEEP_EDITING, "Cancel", ButtonData.CANCEL_CLOSE, "keep-editing");
    return question.ask(Leaving.KEEP_EDITING);
  }

  private static String losses(DraftStatus.Failing failing) {
    return Counted.of(Math.max(1, failing.changes()), "change", "changes")
        + " could not be saved to the draft and would be lost. "
        + failing.reason()
        + ".";
  }

  @Override
  public boolean discardDraft(int pending) {
    String changes = pending == 0 ? "the draft" : Counted.of(pending, "change", "changes");
    Question<Boolean> question = question("Discard draft", "Discard " + changes + " for good?");
    question.saying("What is in the draft was never committed, and can't be brought back.");
    question
        .offer(true, "Discard " + changes, ButtonData.OTHER, "discard")
        .getStyleClass()
        .add("danger");
    question.offer(false, "Cancel", ButtonData.CANCEL_CLOSE, "keep-draft");
    return question.ask(false);
  }

  @Override
  public Commit committing(CommitFindings findings) {
    String changes = Counted.of(findings.rows(), "change", "changes");
    Question<Commit> question = question("Commit", "Commit " + changes + "?");
    question.wide("commit-dialog", 560);
    VBox content = new VBox();
    content.getStyleClass().add("commit-warnings");
    findings.noBackup().map(WarningBlock::ofBackup).ifPresent(content.getChildren()::add);
    findings.warnings().stream().map(WarningBlock::of).forEach(content.getChildren()::add);
    question.pane().setContent(content);
    question
        .offer(Commit.SHOW, "Show these rows", ButtonData.LEFT, "commit-show")
        .setVisible(findings.warnings().stream().anyMatch(w -> !w.examples().isEmpty()));
    Button cancel =
        question.offer(Commit.CANCEL, "Cancel", ButtonData.CANCEL_CLOSE, "commit-cancel");
    Button commit =
        question.offer(Commit.COMMIT, "Commit " + changes, ButtonData.OK_DONE, "commit-anyway");
    commit.setDefaultButton(false);
    commit.getStyleClass().add(Styles.ACCENT);
    // The dialog puts the focus on its last button once it is shown.
    question.whenShown(() -> Platform.runLater(cancel::requestFocus));
    question
        .pane()
        .addEventFilter(KeyEvent.KEY_PRESSED, event -> pressFocused(question.pane(), event));
    return question.ask(Commit.CANCEL);
  }

  /** Enter presses the button in focus, so that pressed once too often it commits nothing. */
  private static void pressFocused(DialogPane pane, KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER
        && pane.getScene().getFocusOwner() instanceof Button focused) {
      event.consume();
      focused.fire();
    }
  }

  @Override
  public Damage damaged(String catalogue, String finding, Optional<String> backup) {
    String ways =
        backup
            .map(made -> "The latest backup is of " + made + "; it would be opened as a copy.")
            .orElse("There is no backup of it.");
    Question<Damage> question =
        new Question<>(
            owner,
            AlertType.ERROR,
            Icons.of(Feather.ALERT_OCTAGON, "danger"),
            "Damaged catalogue",
            catalogue + " is damaged");
    question
        .wide("damage-dialog", 560)
        .saying(
            """
            Parts of the file can’t be read any more, as after a failing disk or a copy that was \
            cut off. Don’t commit to it.
            %s Or what can still be read is saved into a new catalogue. The damaged file stays \
            as it is.
            %s\
            """
                .formatted(ways, firstLine(finding)));
    if (backup.isPresent()) {
      question
          .offer(Damage.RESTORE, "Open latest backup…", ButtonData.YES, "damage-restore")
          .getStyleClass()
          .add(Styles.ACCENT);
    }
    question.offer(Damage.SALVAGE, "Save what can be read…", ButtonData.NO, "damage-salvage");
    question.offer(Damage.LEAVE, "Not now", ButtonData.CANCEL_CLOSE, "damage-leave");
    return question.ask(Damage.LEAVE);
  }

  private static String firstLine(String finding) {
    String line = finding.lines().findFirst().orElse("");
    return line.length() > LONGEST_FINDING ? line.substring(0, LONGEST_FINDING) + "…" : line;
  }
}
