package app.pallet.ui;

import app.pallet.ui.log.LogPane;
import app.pallet.ui.log.RateChart;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.window.EditorViewModel;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** What rises from the window's foot with a commit: the chart of the commit modes, and the log. */
final class Drawer extends HBox {

  /** A commit that takes longer than this is worth looking at. */
  private static final Duration NOTICEABLE = Duration.millis(300);

  /**
   * A drawer.
   *
   * @param open whether it is open; a long commit and a comparison open it, and only the user folds
   *     it
   */
  Drawer(EditorViewModel viewModel, EditorActions actions, BooleanProperty open) {
    RateChart chart =
        new RateChart(
            viewModel.rates(),
            viewModel.batchSizesProperty(),
            viewModel.commit().batchSizeProperty());
    chart.remarkProperty().bind(viewModel.rateRemarkProperty());
    LogPane log =
        new LogPane(
            viewModel.log(),
            actions::saveLog,
            Buttons.icon(
                "fold-drawer", Feather.CHEVRON_DOWN, "Fold away (Ctrl+J)", () -> open.set(false)));
    HBox.setHgrow(log, Priority.ALWAYS);
    setId("drawer");
    getStyleClass().add("drawer");
    getChildren().addAll(chart, log);
    BooleanProperty commits = viewModel.commit().committingProperty();
    PauseTransition wait = new PauseTransition(NOTICEABLE);
    wait.setOnFinished(event -> open.set(open.get() || commits.get()));
    commits.subscribe(wait::playFromStart);
    viewModel.rates().addListener((InvalidationListener) measured -> open.set(true));
  }
}
