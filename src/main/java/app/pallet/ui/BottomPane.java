package app.pallet.ui;

import app.pallet.ui.log.LogPane;
import app.pallet.ui.log.RateChart;
import app.pallet.ui.window.EditorViewModel;
import javafx.scene.control.SplitPane;

/** The panes below the table: the log, and beside it the chart of the commit modes. */
final class BottomPane extends SplitPane {

  BottomPane(EditorViewModel viewModel, EditorActions actions) {
    LogPane log = new LogPane(viewModel.log(), actions::saveLog);
    log.setMinWidth(300);
    RateChart chart =
        new RateChart(
            viewModel.rates(),
            viewModel.batchSizesProperty(),
            viewModel.commit().batchSizeProperty());
    chart.remarkProperty().bind(viewModel.rateRemarkProperty());
    chart.setMinWidth(300);
    setResizableWithParent(chart, false);
    setDividerPositions(0.66);
    setMinHeight(120);
    setId("bottom-pane");
    getStyleClass().add("bottom-pane");
    getItems().addAll(log, chart);
  }
}
