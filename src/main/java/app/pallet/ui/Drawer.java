package app.pallet.ui;

import app.pallet.ui.commit.BatchChart;
import app.pallet.ui.commit.CommitCourse;
import app.pallet.ui.commit.CommitCoursePane;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.log.LogPane;
import app.pallet.ui.log.RateChart;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Panes;
import app.pallet.ui.window.EditorViewModel;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * What rises from the window's foot with a commit: how far and how fast it is, the chart, and the
 * log.
 */
final class Drawer extends HBox {

  /** A commit that takes longer than this is worth looking at. */
  private static final Duration NOTICEABLE = Duration.millis(300);

  /** Less width than this has no room for the chart. */
  private static final double NARROW = 1_000;

  /**
   * A drawer.
   *
   * @param open whether it is open; a long commit, one that leaves rows behind, and a comparison
   *     open it, and only the user folds it
   * @param low whether there is room for one line only
   * @param showRefused brings the rows that were refused into view
   */
  Drawer(
      EditorViewModel viewModel,
      EditorActions actions,
      BooleanProperty open,
      ObservableBooleanValue low,
      Runnable showRefused) {
    CommitCourse course = viewModel.course();
    RateChart chart =
        new RateChart(
            viewModel.rates(),
            viewModel.batchSizesProperty(),
            viewModel.commit().batchSizeProperty(),
            new BatchChart(course));
    chart.remarkProperty().bind(viewModel.rateRemarkProperty());
    Button fold =
        Buttons.icon(
            "fold-drawer",
            Feather.CHEVRON_DOWN,
            Keys.after("Fold away", Shortcut.SPEED_AND_LOG.keys()),
            () -> open.set(false));
    LogPane log = new LogPane(viewModel.log(), actions::saveLog, fold);
    CommitCoursePane pane =
        new CommitCoursePane(
            viewModel.commit(),
            course,
            viewModel.progress(),
            low,
            new CommitCoursePane.Actions(
                showRefused,
                () -> actions.perform(EditorCommand.HISTORY),
                EditorCommand.HISTORY.disabled(viewModel),
                () -> actions.perform(EditorCommand.COMPARE_MODES)));
    HBox.setHgrow(log, Priority.ALWAYS);
    HBox.setHgrow(pane, Priority.SOMETIMES);
    Panes.showWhile(log, Bindings.not(low));
    Panes.showWhile(chart, Bindings.not(low).and(widthProperty().greaterThanOrEqualTo(NARROW)));
    setId("drawer");
    getStyleClass().add("drawer");
    getChildren().addAll(pane, chart, log);
    BooleanProperty commits = viewModel.commit().committingProperty();
    PauseTransition wait = new PauseTransition(NOTICEABLE);
    wait.setOnFinished(event -> open.set(open.get() || commits.get()));
    commits.subscribe(runs -> {
      if (runs) {
        wait.playFromStart();
        chart.showBatches();
      }
    });
    course
        .revisionProperty()
        .subscribe(now ->
            course
                .report()
                .filter(report -> !report.isComplete())
                .ifPresent(report -> open.set(true)));
    viewModel
        .rates()
        .addListener(
            (InvalidationListener)
                measured -> {
                  open.set(true);
                  chart.showModes();
                });
  }
}
