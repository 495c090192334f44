package app.pallet.ui.paste;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The whole import window, read from top to bottom like a conversation. */
final class ImportPane extends BorderPane {

  private static final double COLUMNS_SHARE = 0.5;

  ImportPane(ImportViewModel viewModel, ImportActions actions) {
    ColumnsPane columns = new ColumnsPane(viewModel);
    ResultPane result = new ResultPane(viewModel);
    VBox.setVgrow(result, Priority.ALWAYS);
    VBox lower = new VBox(new MatchingPane(viewModel), result);
    columns.setMinHeight(140);
    lower.setMinHeight(220);
    SplitPane split = new SplitPane(columns, lower);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(COLUMNS_SHARE);
    setId("import-pane");
    getStyleClass().add("import-pane");
    setTop(
        new VBox(
            new SourcePane(viewModel), new EncodingBar(viewModel), new DecisionsBar(viewModel)));
    setCenter(split);
    setBottom(
        new VBox(
            new FailureBar(viewModel),
            new CutOffBar(viewModel),
            new DecisionPane(viewModel, actions)));
  }
}
