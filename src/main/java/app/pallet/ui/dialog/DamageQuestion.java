package app.pallet.ui.dialog;

import app.pallet.ui.dialog.Questions.Damage;
import app.pallet.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks what to do about a damaged catalogue. */
final class DamageQuestion {

  private static final double WIDTH = 560;
  private static final int LONGEST_FINDING = 160;
  private static final ButtonType RESTORE = new ButtonType("Open latest backup…", ButtonData.YES);
  private static final ButtonType SALVAGE = new ButtonType("Save what can be read…", ButtonData.NO);
  private static final ButtonType LEAVE = new ButtonType("Not now", ButtonData.CANCEL_CLOSE);

  private final Alert alert;

  DamageQuestion(Window owner, String catalogue, String finding, Optional<String> backup) {
    String ways =
        backup
            .map(made -> "The latest backup is of " + made + "; it would be opened as a copy.")
            .orElse("There is no backup of it.");
    alert =
        new Alert(
            Alert.AlertType.ERROR,
            """
            Parts of the file can’t be read any more, as after a failing disk or a copy that was \
            cut off. Don’t commit to it.

            %s Or what can still be read is saved into a new catalogue. The damaged file stays \
            as it is.

            %s\
            """
                .formatted(ways, firstLine(finding)),
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
    button(SALVAGE).setId("damage-salvage");
    button(LEAVE).setId("damage-leave");
    if (backup.isPresent()) {
      Node restore = button(RESTORE);
      restore.setId("damage-restore");
      restore.getStyleClass().add(Styles.ACCENT);
    }
  }

  private static String firstLine(String finding) {
    String line = finding.lines().findFirst().orElse("");
    return line.length() > LONGEST_FINDING ? line.substring(0, LONGEST_FINDING) + "…" : line;
  }

  Damage ask() {
    ButtonType answer = alert.showAndWait().orElse(LEAVE);
    if (answer.equals(RESTORE)) {
      return Damage.RESTORE;
    }
    return answer.equals(SALVAGE) ? Damage.SALVAGE : Damage.LEAVE;
  }

  private Button button(ButtonType type) {
    Button button = (Button) alert.getDialogPane().lookupButton(type);
    ButtonBar.setButtonUniformSize(button, false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
