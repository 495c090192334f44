package app.pallet.ui.paste;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Everything in the import window, read from top to bottom like a conversation. Nothing of an
 * import reaches the catalogue's pending changes before the user takes it. FX thread.
 */
public final class ImportPane extends BorderPane {

  private static final double COLUMNS_SHARE = 0.5;

  /**
   * A pane over a view model.
   *
   * @param take takes the import: everything becomes pending
   * @param saveProblemRows writes the rows with problems into a file of the user's choice
   * @param cancel leaves without taking anything
   */
  public ImportPane(
      ImportViewModel viewModel, Runnable take, Runnable saveProblemRows, Runnable cancel) {
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
            new SourcePane(viewModel),
            MessageBar.ofEncoding(viewModel),
            MessageBar.ofDecisions(viewModel),
            MessageBar.ofParents(viewModel)));
    setCenter(split);
    setBottom(
        new VBox(
            MessageBar.ofFailure(viewModel),
            MessageBar.ofCutOff(viewModel),
            new DecisionPane(viewModel, take, saveProblemRows, cancel)));
  }
}
