package app.pallet.ui.dialog;

import app.pallet.ui.dialog.Questions.LeavingCommit;
import app.pallet.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks what to do with a commit that runs when its catalogue is about to be closed. */
final class RunningCommitQuestion {

  private static final double WIDTH = 640;
  private static final ButtonType DISCARD = new ButtonType("Discard the rest", ButtonData.LEFT);
  private static final ButtonType GO_ON = new ButtonType("Go on editing", ButtonData.CANCEL_CLOSE);
  private static final ButtonType STOP = new ButtonType("Stop, keep the rest", ButtonData.OTHER);
  private static final ButtonType FINISH = new ButtonType("Let it finish", ButtonData.OK_DONE);

  private final Alert alert;

  /**
   * A question over a window.
   *
   * @param soFar how far the commit is by now, in a sentence; followed while the question stands
   */
  RunningCommitQuestion(Window owner, ObservableValue<String> soFar) {
    alert = new Alert(Alert.AlertType.CONFIRMATION, "", DISCARD, GO_ON, STOP, FINISH);
    alert.initOwner(owner);
    alert.setTitle("Close catalogue");
    alert.setHeaderText("A commit is running");
    alert.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warning"));
    Label rows = text("");
    rows.setId("commit-so-far");
    rows.getStyleClass().add("commit-so-far");
    rows.textProperty().bind(soFar);
    Label choices =
        text(
            "Let it finish in a small window that closes by itself. Or stop it now: what is not"
                + " written then stays in the draft, unless you discard it.");
    choices.getStyleClass().add(Styles.TEXT_MUTED);
    VBox content = new VBox(rows, choices);
    content.getStyleClass().add("running-commit");
    alert.getDialogPane().setContent(content);
    alert.getDialogPane().setId("running-commit-dialog");
    alert.getDialogPane().setPrefWidth(WIDTH);
    button(DISCARD, "discard").getStyleClass().add(Styles.DANGER);
    button(GO_ON, "keep-editing");
    button(STOP, "stop-commit");
    button(FINISH, "finish-commit").getStyleClass().add(Styles.ACCENT);
  }

  LeavingCommit ask() {
    ButtonType answer = alert.showAndWait().orElse(GO_ON);
    if (answer.equals(FINISH)) {
      return LeavingCommit.FINISH;
    }
    if (answer.equals(STOP)) {
      return LeavingCommit.STOP;
    }
    return answer.equals(DISCARD) ? LeavingCommit.DISCARD : LeavingCommit.GO_ON_EDITING;
  }

  private static Label text(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }

  private Button button(ButtonType type, String id) {
    Button button = (Button) alert.getDialogPane().lookupButton(type);
    button.setId(id);
    ButtonBar.setButtonUniformSize(button, false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
