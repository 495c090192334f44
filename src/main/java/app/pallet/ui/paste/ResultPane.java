package app.pallet.ui.paste;

import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.workspace.input.RowCategory;
import javafx.beans.InvalidationListener;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The result of an import: the counts and, below them, the rows of the one that is pressed. */
final class ResultPane extends VBox {

  private static final double TABLE_SHARE = 0.62;

  private final ImportViewModel viewModel;
  private final CountBar counts;
  private final PreviewTable table;
  private final ProblemList problems;
  private final SplitPane split = new SplitPane();

  ResultPane(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    counts = new CountBar(viewModel);
    table = new PreviewTable(viewModel);
    problems = new ProblemList(viewModel, table);
    problems.setMinWidth(240);
    SplitPane.setResizableWithParent(problems, false);
    split.getItems().add(table);
    VBox.setVgrow(split, Priority.ALWAYS);
    getStyleClass().add("result-pane");
    getChildren().addAll(counts, split);
    viewModel.rows().shownProperty().subscribe(this::fold);
    InvalidationListener refresh = observed -> refresh();
    viewModel.rows().rows().addListener(refresh);
    table.remarkProperty().addListener(refresh);
    refresh();
  }

  private void fold(RowCategory shown) {
    boolean wanted = shown == RowCategory.PROBLEM;
    if (wanted && !split.getItems().contains(problems)) {
      split.getItems().add(problems);
      split.setDividerPositions(TABLE_SHARE);
    } else if (!wanted) {
      split.getItems().remove(problems);
    }
  }

  private void refresh() {
    int shown = viewModel.rows().rows().size();
    int all = viewModel.rows().count(viewModel.rows().shownProperty().get());
    boolean lines = viewModel.rows().linesProperty().get();
    String rows =
        lines
            ? "Click the line that holds the headings"
            : shown < all
                ? "%s of %s shown".formatted(Wording.grouped(shown), Counted.of(all, "row", "rows"))
                : "";
    String columns = table.remarkProperty().get();
    counts.setRemark(rows.isEmpty() || columns.isEmpty() ? rows + columns : rows + " · " + columns);
  }
}
