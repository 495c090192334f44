package app.pallet.ui.dialog;

import app.pallet.ui.dialog.Questions.Commit;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Icons;
import app.pallet.workspace.checks.CommitFindings;
import app.pallet.workspace.checks.CommitWarning;
import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks once whether a commit is meant in which something may be a slip. */
final class CommitQuestion {

  private static final double WIDTH = 560;
  private static final ButtonType SHOW = new ButtonType("Show these rows", ButtonData.LEFT);
  private static final ButtonType CANCEL = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);

  private final Alert alert;
  private final ButtonType commit;

  CommitQuestion(Window owner, CommitFindings findings) {
    String changes = Wording.counted(findings.rows(), "change", "changes");
    commit = new ButtonType("Commit " + changes, ButtonData.OK_DONE);
    alert = new Alert(Alert.AlertType.CONFIRMATION, "", SHOW, CANCEL, commit);
    alert.initOwner(owner);
    alert.setTitle("Commit");
    alert.setHeaderText("Commit " + changes + "?");
    alert.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warning"));
    VBox content = new VBox();
    content.getStyleClass().add("commit-warnings");
    findings.noBackup().map(WarningBlock::ofBackup).ifPresent(content.getChildren()::add);
    for (CommitWarning warning : findings.warnings()) {
      content.getChildren().add(WarningBlock.of(warning));
    }
    alert.getDialogPane().setContent(content);
    alert.getDialogPane().setId("commit-dialog");
    alert.getDialogPane().setPrefWidth(WIDTH);
    Button show = button(SHOW);
    show.setId("commit-show");
    show.setVisible(findings.warnings().stream().anyMatch(w -> !w.examples().isEmpty()));
    Button cancel = button(CANCEL);
    cancel.setId("commit-cancel");
    // The dialog puts the focus on its last button once it is shown.
    alert.setOnShown(event -> Platform.runLater(cancel::requestFocus));
    alert.getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, this::pressFocused);
    Button go = button(commit);
    go.setId("commit-anyway");
    go.setDefaultButton(false);
    go.getStyleClass().add(Styles.ACCENT);
  }

  Commit ask() {
    ButtonType answer = alert.showAndWait().orElse(CANCEL);
    if (answer.equals(commit)) {
      return Commit.COMMIT;
    }
    return answer.equals(SHOW) ? Commit.SHOW : Commit.CANCEL;
  }

  /** Enter presses the button in focus, so that pressed once too often it commits nothing. */
  private void pressFocused(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER
        && alert.getDialogPane().getScene().getFocusOwner() instanceof Button focused) {
      event.consume();
      focused.fire();
    }
  }

  private Button button(ButtonType type) {
    Button button = (Button) alert.getDialogPane().lookupButton(type);
    ButtonBar.setButtonUniformSize(button, false);
    return button;
  }
}
