package app.pallet.ui.paste;

import app.pallet.spreadsheet.mapping.CutOff;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.input.ImportPreview;
import app.pallet.workspace.input.RowCategory;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Warns of a file that ends in the middle of a row; hidden where none does. */
final class CutOffBar extends HBox {

  private final Label message = new Label();

  CutOffBar(ImportViewModel viewModel) {
    message.setId("cut-off-message");
    message.setWrapText(true);
    message.setGraphic(Icons.of(Feather.SCISSORS));
    message.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(message, Priority.ALWAYS);
    Button show =
        Buttons.small(
            "cut-off-show",
            "Show the row",
            () -> viewModel.rows().shownProperty().set(RowCategory.PROBLEM));
    setId("cut-off-bar");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("message-bar", "doubt-bar");
    getChildren().addAll(message, show);
    viewModel.previewProperty().subscribe(preview -> show(preview.flatMap(ImportPreview::cutOff)));
  }

  private void show(Optional<CutOff> found) {
    message.setText(found.map(CutOff::sentence).orElse(""));
    Panes.show(this, found.isPresent());
  }
}
