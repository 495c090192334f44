package app.pallet.ui.dialog;

import app.pallet.ui.theme.Icons;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** The one dialog for what went wrong: plain message first, details on request and to be copied. */
public final class ErrorDialog implements ErrorReporter {

  private static final ButtonType COPY = new ButtonType("Copy details", ButtonBar.ButtonData.LEFT);
  private static final ButtonType CLOSE =
      new ButtonType("Close", ButtonBar.ButtonData.CANCEL_CLOSE);

  private final Window owner;

  /** Dialogs over a window. */
  public ErrorDialog(Window owner) {
    this.owner = owner;
  }

  @Override
  public void report(ErrorReport report) {
    Alert alert = new Alert(Alert.AlertType.ERROR, report.message(), COPY, CLOSE);
    alert.initOwner(owner);
    alert.setTitle("Pallet");
    alert.setHeaderText(report.title());
    alert.setGraphic(Icons.of(Feather.ALERT_OCTAGON, "danger"));
    TextArea details =
        new TextArea(report.details() + "\n\nThe whole story is in " + report.logFile());
    details.setId("error-details");
    details.setEditable(false);
    details.setWrapText(true);
    details.setPrefRowCount(6);
    details.getStyleClass().add("monospace");
    alert.getDialogPane().setExpandableContent(details);
    alert.getDialogPane().setPrefWidth(520);
    alert.getDialogPane().setId("error-dialog");
    ((Button) alert.getDialogPane().lookupButton(CLOSE)).setDefaultButton(true);
    Node copy = alert.getDialogPane().lookupButton(COPY);
    copy.setId("copy-details");
    copy.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          copy(report);
          event.consume(); // copying does not close the dialog
        });
    alert.showAndWait();
  }

  private static void copy(ErrorReport report) {
    ClipboardContent content = new ClipboardContent();
    content.putString(report.text());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
