package app.pallet.ui.paste;

import app.pallet.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Says why the import isn't possible as it is chosen, and what to do; hidden where it is. */
final class FailureBar extends HBox {

  FailureBar(ImportViewModel viewModel) {
    Label message = new Label();
    message.setId("import-failure");
    message.setWrapText(true);
    message.textProperty().bind(viewModel.failureProperty());
    visibleProperty().bind(viewModel.failureProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("message-bar", "failure-bar");
    getChildren().addAll(Icons.of(Feather.ALERT_OCTAGON), message);
  }
}
