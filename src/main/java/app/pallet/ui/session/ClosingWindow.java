package app.pallet.ui.session;

import app.pallet.ui.dialog.Notice;
import app.pallet.ui.status.Heartbeat;
import app.pallet.ui.status.ProgressViewModel;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.work.RunningWork;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * The small window that remains while a catalogue's last commit finishes or stops. It shows the
 * progress, a button to stop it, and then the outcome. It closes by itself if there is nothing the
 * user has to know. FX thread.
 */
final class ClosingWindow {

  private static final double WIDTH = 460;

  /** Long enough to read a line. */
  private static final Duration READING_TIME = Duration.seconds(2.5);

  /** How long stopping may take before the window offers not to wait for it. */
  private static final Duration PATIENCE = Duration.seconds(5);

  private final String catalogue;
  private final Runnable stop;
  private final Stage stage = new Stage();
  private final ProgressViewModel progress = new ProgressViewModel();
  private final Heartbeat heartbeat = new Heartbeat(this::tick);
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private final PauseTransition reading = new PauseTransition(READING_TIME);
  private final Label title = Labels.wrapped("", "closing-title");
  private final Label details = Labels.wrapped("", "progress-details");
  private final ProgressBar bar = new ProgressBar();
  private final Button button = new Button("Cancel");
  private State state = State.RUNNING;
  private boolean isUnwanted;

  /** What the window is showing. */
  private enum State {
    RUNNING,
    STOPPING,
    TOO_LONG,
    ENDED
  }

  /**
   * A window that is not yet shown.
   *
   * @param over what it takes the place of
   * @param catalogue the name of its file
   * @param stop asks the commit to stop
   * @param gone called once the window is closed, by the user or by itself
   */
  ClosingWindow(Window over, String catalogue, Runnable stop, Runnable gone) {
    this.catalogue = catalogue;
    this.stop = stop;
    patience.setOnFinished(event -> tooLong());
    reading.setOnFinished(event -> stage.hide());
    stage.setTitle(catalogue + " – Pallet");
    stage.setScene(new Scene(content(), WIDTH, Region.USE_COMPUTED_SIZE));
    stage.setResizable(false);
    double x = over.getX() + (over.getWidth() - WIDTH) / 2;
    double y = over.getY() + over.getHeight() / 3;
    if (Double.isFinite(x) && Double.isFinite(y)) {
      stage.setX(Math.max(0, x));
      stage.setY(Math.max(0, y));
    }
    stage.setOnCloseRequest(event -> {
      isUnwanted = true;
      if (state == State.RUNNING) {
        stop();
      }
      if (state == State.STOPPING) {
        event.consume();
      }
    });
    stage.setOnHidden(event -> {
      heartbeat.stop();
      patience.stop();
      reading.stop();
      gone.run();
    });
  }

  /** Shows that the commit goes on. */
  void showRunning() {
    title.setText("Committing to " + catalogue);
    stage.show();
  }

  /** Shows that the running work was asked to stop. */
  void showStopping() {
    if (state == State.RUNNING) {
      state = State.STOPPING;
      title.setText("Closing " + catalogue);
      button.setText("Stopping…");
      button.setDisable(true);
      patience.playFromStart();
    }
    stage.show();
  }

  /** Follows work that has started. */
  void follow(RunningWork work) {
    progress.follow(work);
    heartbeat.wake();
  }

  /** Stops following work that has ended. */
  void finish(RunningWork work) {
    progress.finish(work);
  }

  /**
   * Says how it ended.
   *
   * @param closesItself whether the user need not read it
   */
  void showEnd(Notice end, boolean closesItself) {
    state = State.ENDED;
    patience.stop();
    title.setText(end.title());
    title.setGraphic(
        switch (end.kind()) {
          case DONE -> Icons.of(Feather.CHECK_CIRCLE, "done");
          case WARNING -> Icons.of(Feather.ALERT_TRIANGLE, "warning");
        });
    details.textProperty().unbind();
    details.setText(end.text());
    Panes.show(bar, false);
    button.setText("Close");
    button.setDisable(false);
    button.requestFocus();
    stage.sizeToScene();
    stage.show();
    if (closesItself || isUnwanted) {
      reading.playFromStart();
    }
  }

  boolean isShowing() {
    return stage.isShowing();
  }

  /** Goes away. */
  void close() {
    stage.hide();
  }

  private void press() {
    if (state == State.RUNNING) {
      stop();
    } else {
      stage.hide();
    }
  }

  private void stop() {
    showStopping();
    stop.run();
  }

  /**
   * A disk or a lock may never answer. The user need not wait for it, because the draft is safe.
   */
  private void tooLong() {
    state = State.TOO_LONG;
    details.textProperty().unbind();
    details.setText(
        "This takes longer than it should. You needn’t wait: what is not written is in the draft.");
    button.setText("Don’t wait");
    button.setDisable(false);
    stage.sizeToScene();
  }

  private boolean tick() {
    progress.sample();
    return progress.runningProperty().get();
  }

  private Region content() {
    title.setId("closing-title");
    details.setId("closing-details");
    details.textProperty().bind(progress.detailsProperty());
    bar.setId("closing-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(progress.fractionProperty());
    bar.accessibleTextProperty().bind(title.textProperty());
    button.setId("closing-button");
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> press());
    HBox buttons = new HBox(button);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = new VBox(title, bar, details, buttons);
    content.setId("closing-window");
    content.getStyleClass().add("closing-window");
    return content;
  }
}
