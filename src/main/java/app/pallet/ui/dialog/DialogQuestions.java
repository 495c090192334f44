package app.pallet.ui.dialog;

import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Icons;
import app.pallet.workspace.CommitFindings;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Alert;
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
  public Leaving leaving(int pending) {
    ButtonType keep = new ButtonType("Keep editing", ButtonBar.ButtonData.CANCEL_CLOSE);
    String changes = Wording.counted(pending, "change", "changes");
    ButtonType discard = new ButtonType("Discard " + changes, ButtonBar.ButtonData.OTHER);
    Alert alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "Changes that are not committed are lost when the catalogue is closed.",
            discard,
            keep);
    alert.initOwner(owner);
    alert.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warning"));
    alert.setTitle("Close catalogue");
    alert.setHeaderText(changes + (pending == 1 ? " is" : " are") + " not committed");
    Node discardButton = alert.getDialogPane().lookupButton(discard);
    discardButton.setId("discard");
    discardButton.getStyleClass().add("danger");
    alert.getDialogPane().lookupButton(keep).setId("keep-editing");
    return alert.showAndWait().filter(discard::equals).isPresent()
        ? Leaving.DISCARD
        : Leaving.KEEP_EDITING;
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
