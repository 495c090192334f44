package app.pallet.ui.dialog;

import app.pallet.draft.DraftStatus;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Icons;
import app.pallet.workspace.checks.CommitFindings;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks in dialogs over the window; Escape always means the answer that loses nothing. */
public final class DialogQuestions implements Questions {

  private final Window owner;

  /** Questions over a window. */
  public DialogQuestions(Window owner) {
    this.owner = owner;
  }

  @Override
  public LeavingCommit leavingCommit(ObservableValue<String> soFar) {
    return new RunningCommitQuestion(owner, soFar).ask();
  }

  @Override
  public boolean stopping(List<String> works) {
    ButtonType stop = new ButtonType("Stop and close", ButtonBar.ButtonData.OTHER);
    ButtonType stay = new ButtonType("Go on editing", ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert =
        alert(
            "Close catalogue",
            works.size() == 1
                ? "“" + works.getFirst() + "” is still running"
                : Wording.counted(works.size(), "task is", "tasks are") + " still running",
            (works.size() == 1 ? "" : String.join(", ", works) + ". ")
                + "If you close now, it is stopped, and nothing of it is kept.",
            stop,
            stay);
    name(alert, stop, "stop-work").getStyleClass().add("danger");
    name(alert, stay, "keep-editing");
    return alert.showAndWait().filter(stop::equals).isPresent();
  }

  @Override
  public Leaving leaving(int pending, DraftStatus status) {
    String header = Wording.counted(pending, "change is", "changes are") + " not committed";
    ButtonType cancel = new ButtonType("Cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
    if (status instanceof DraftStatus.Failing failing) {
      ButtonType close = new ButtonType("Close all the same", ButtonBar.ButtonData.OTHER);
      Alert alert = alert("Close catalogue", header, losses(failing), close, cancel);
      name(alert, close, "keep-draft").getStyleClass().add("danger");
      name(alert, cancel, "keep-editing");
      return alert.showAndWait().filter(close::equals).isPresent()
          ? Leaving.KEEP_FOR_NEXT_TIME
          : Leaving.KEEP_EDITING;
    }
    ButtonType keep = new ButtonType("Keep for next time", ButtonBar.ButtonData.OK_DONE);
    ButtonType discard = new ButtonType("Discard changes", ButtonBar.ButtonData.OTHER);
    String text =
        "They are saved in a draft. Keep it, and Pallet offers to restore them when this"
            + " catalogue is opened again.";
    Alert alert = alert("Close catalogue", header, text, keep, discard, cancel);
    name(alert, keep, "keep-draft");
    name(alert, discard, "discard").getStyleClass().add("danger");
    name(alert, cancel, "keep-editing");
    Optional<ButtonType> answer = alert.showAndWait();
    if (answer.filter(keep::equals).isPresent()) {
      return Leaving.KEEP_FOR_NEXT_TIME;
    }
    return answer.filter(discard::equals).isPresent() ? Leaving.DISCARD : Leaving.KEEP_EDITING;
  }

  private static String losses(DraftStatus.Failing failing) {
    return Wording.counted(Math.max(1, failing.changes()), "change", "changes")
        + " could not be saved to the draft and would be lost. "
        + failing.reason()
        + ".";
  }

  @Override
  public boolean discardDraft(int pending) {
    String changes = pending == 0 ? "the draft" : Wording.counted(pending, "change", "changes");
    ButtonType discard = new ButtonType("Discard " + changes, ButtonBar.ButtonData.OTHER);
    ButtonType cancel = new ButtonType("Cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert =
        alert(
            "Discard draft",
            "Discard " + changes + " for good?",
            "What is in the draft was never committed, and can't be brought back.",
            discard,
            cancel);
    name(alert, discard, "discard").getStyleClass().add("danger");
    name(alert, cancel, "keep-draft");
    return alert.showAndWait().filter(discard::equals).isPresent();
  }

  private Alert alert(String title, String header, String text, ButtonType... buttons) {
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, buttons);
    alert.initOwner(owner);
    alert.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warning"));
    alert.setTitle(title);
    alert.setHeaderText(header);
    return alert;
  }

  private static Button name(Alert alert, ButtonType type, String id) {
    Button button = (Button) alert.getDialogPane().lookupButton(type);
    button.setId(id);
    return button;
  }

  @Override
  public Commit committing(CommitFindings findings) {
    return new CommitQuestion(owner, findings).ask();
  }

  @Override
  public Damage damaged(String catalogue, String finding, Optional<String> backup) {
    return new DamageQuestion(owner, catalogue, finding, backup).ask();
  }
}
