package app.pallet.ui.dialog;

import app.pallet.ui.dialog.Questions.Damage;
import app.pallet.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks what to do about a damaged catalogue. */
final class DamageQuestion {

  private static final double WIDTH = 560;
  private static final ButtonType RESTORE =
      new ButtonType("Open the latest backup…", ButtonData.YES);
  private static final ButtonType SALVAGE = new ButtonType("Save what can be read…", ButtonData.NO);
  private static final ButtonType LEAVE = new ButtonType("Not now", ButtonData.CANCEL_CLOSE);

  private final Alert alert;

  DamageQuestion(Window owner, String catalogue, String finding, Optional<String> backup) {
    String ways =
        backup
            .map(made -> "The latest backup is of " + made + ". It is opened as a copy.")
            .orElse("There is no backup of it.");
    alert =
        new Alert(
            Alert.AlertType.ERROR,
            ("Parts of the file can’t be read any more, as after a failing disk or an unfinished"
                    + " copy. Don’t commit to it. %s What can still be read can be saved into a new"
                    + " catalogue. The damaged file stays as it is.")
                .formatted(ways),
            SALVAGE,
            LEAVE);
    if (backup.isPresent()) {
      alert.getButtonTypes().addFirst(RESTORE);
    }
    alert.initOwner(owner);
    alert.setTitle("Damaged catalogue");
    alert.setHeaderText(catalogue + " is damaged");
    alert.setGraphic(Icons.of(Feather.ALERT_OCTAGON, "danger"));
    alert.getDialogPane().setId("damage-dialog");
    alert.getDialogPane().setPrefWidth(WIDTH);
    TextArea details = new TextArea(finding);
    details.setEditable(false);
    details.setWrapText(true);
    details.setPrefRowCount(3);
    details.getStyleClass().add("monospace");
    alert.getDialogPane().setExpandableContent(details);
    button(SALVAGE).setId("damage-salvage");
    button(LEAVE).setId("damage-leave");
    if (backup.isPresent()) {
      Node restore = button(RESTORE);
      restore.setId("damage-restore");
      restore.getStyleClass().add(Styles.ACCENT);
    }
  }

  Damage ask() {
    ButtonType answer = alert.showAndWait().orElse(LEAVE);
    if (answer.equals(RESTORE)) {
      return Damage.RESTORE;
    }
    return answer.equals(SALVAGE) ? Damage.SALVAGE : Damage.LEAVE;
  }

  private Button button(ButtonType type) {
    return (Button) alert.getDialogPane().lookupButton(type);
  }
}
