package app.pallet.ui.status;

import app.pallet.ui.status.StatusViewModel.Truth;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Panes;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The status bar: at the left what was just done, and after a while what is true; at the right
 * running work with its Cancel, what is selected, and how many rows there are.
 */
public final class StatusPane extends StatusBar {

  private static final Duration WONDERING = Duration.millis(400);
  private static final Duration READING = Duration.seconds(5);
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final StatusViewModel status;
  private final ObservableValue<Truth> truth;
  private final PauseTransition reading = new PauseTransition(READING);

  /**
   * A status bar over its view models.
   *
   * @param truth what is true, for as long as there is no news
   * @param seen whether the running work is to be seen elsewhere, so that it isn't said twice
   * @param cancelQuery stops looking for rows
   */
  public StatusPane(
      StatusViewModel status,
      ObservableValue<Truth> truth,
      ProgressViewModel progress,
      ObservableBooleanValue seen,
      Runnable cancelQuery) {
    this.status = status;
    this.truth = truth;
    setId("status-bar");
    getStyleClass().add("status-pane");
    Label rows = new Label();
    rows.setId("status-rows");
    rows.setMinWidth(Region.USE_PREF_SIZE);
    rows.textProperty().bind(status.rowsTextProperty());
    Label selection = new Label();
    selection.setId("status-selection");
    selection.textProperty().bind(status.selectionProperty());
    Separator between = new Separator(Orientation.VERTICAL);
    Panes.showWhile(between, status.selectionProperty().isNotEmpty());
    getRightItems()
        .add(
            Panes.line(
                "status-right",
                work(progress, seen),
                selection,
                between,
                looking(status, cancelQuery),
                rows));
    reading.setOnFinished(event -> status.tell(""));
    status
        .toldProperty()
        .subscribe(text -> {
          draw();
          reading.playFromStart();
        });
    truth.subscribe(now -> draw());
    status.remarkProperty().subscribe(now -> draw());
  }

  private void draw() {
    String told = status.toldProperty().get();
    String remark = status.remarkProperty().get();
    Truth now =
        !told.isEmpty()
            ? new Truth(told, Truth.Kind.GOOD)
            : remark.isEmpty() ? truth.getValue() : new Truth(remark, Truth.Kind.PLAIN);
    setText(now.text());
    FontIcon icon =
        Icons.of(
            switch (now.kind()) {
              case GOOD -> Feather.CHECK;
              case PLAIN -> Feather.UPLOAD_CLOUD;
              case BAD -> Feather.ALERT_TRIANGLE;
            });
    setGraphic(now.text().isEmpty() ? null : icon);
    pseudoClassStateChanged(GOOD, now.kind() == Truth.Kind.GOOD);
    pseudoClassStateChanged(BAD, now.kind() == Truth.Kind.BAD);
  }

  /** Shown once a search or sort takes long enough to be noticed. */
  private static Node looking(StatusViewModel status, Runnable cancelQuery) {
    ProgressBar bar = new ProgressBar(ProgressIndicator.INDETERMINATE_PROGRESS);
    bar.setId("query-progress");
    bar.setAccessibleText("Looking for rows");
    HBox box = Panes.line("status-query", bar, cancel("cancel-query", cancelQuery));
    Panes.show(box, false);
    PauseTransition wait = new PauseTransition(WONDERING);
    wait.setOnFinished(event -> Panes.show(box, status.countingProperty().get()));
    status
        .countingProperty()
        .addListener((observed, before, counting) -> {
          if (counting) {
            wait.playFromStart();
          } else {
            wait.stop();
            Panes.show(box, false);
          }
        });
    return box;
  }

  private static Node work(ProgressViewModel progress, ObservableBooleanValue seen) {
    Label task = new Label();
    task.setId("progress-task");
    task.textProperty().bind(progress.taskProperty());
    task.getStyleClass().add("progress-task");
    ProgressBar bar = new ProgressBar();
    bar.setId("progress-bar");
    bar.progressProperty().bind(progress.fractionProperty());
    bar.accessibleTextProperty().bind(progress.taskProperty());
    Label details = new Label();
    details.setId("progress-details");
    details.textProperty().bind(progress.detailsProperty());
    details.getStyleClass().add("progress-details");
    Button cancel = cancel("cancel", progress::cancel);
    cancel.disableProperty().bind(progress.cancellingProperty());
    cancel
        .textProperty()
        .bind(Bindings.when(progress.cancellingProperty()).then("Cancelling…").otherwise("Cancel"));
    HBox box = Panes.line("status-work", task, bar, details, cancel);
    Panes.showWhile(box, Bindings.and(progress.runningProperty(), Bindings.not(seen)));
    return box;
  }

  private static Button cancel(String id, Runnable action) {
    Button cancel = new Button("Cancel", Icons.of(Feather.X));
    cancel.setId(id);
    cancel.getStyleClass().addAll(Styles.SMALL, "cancel-button");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> action.run());
    return cancel;
  }
}
