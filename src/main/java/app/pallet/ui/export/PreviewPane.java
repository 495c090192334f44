package app.pallet.ui.export;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows the first lines of the file as they will be written, or why they can't be. */
final class PreviewPane extends VBox {

  private static final int LINES = 7;

  private final TextArea text = new TextArea();
  private final Label problem = new Label();

  PreviewPane(ExportViewModel viewModel) {
    Label title = new Label("Preview");
    title.getStyleClass().add("pane-title");
    text.setId("export-preview");
    text.setAccessibleText("The first lines of the file");
    text.setEditable(false);
    text.setPrefRowCount(LINES);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.getStyleClass().addAll("monospace", "export-preview");
    problem.setId("export-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add("export-problem");
    problem.setMaxSize(Double.MAX_VALUE, Region.USE_PREF_SIZE);
    getStyleClass().add("export-section");
    getChildren().addAll(title, new StackPane(text, problem));
    viewModel.stateProperty().subscribe(this::show);
  }

  private void show(ExportState state) {
    problem.setText(state.preview().problem());
    problem.setVisible(!state.preview().problem().isEmpty());
    if (!text.getText().equals(state.preview().text())) {
      text.setText(state.preview().text());
    }
  }
}
