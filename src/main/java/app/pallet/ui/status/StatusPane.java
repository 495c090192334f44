package app.pallet.ui.status;

import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Panes;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
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

/** The status bar: rows and selection at the left, running work with its Cancel at the right. */
public final class StatusPane extends StatusBar {

  private static final Duration WONDERING = Duration.millis(400);

  /**
   * A status bar over its view models.
   *
   * @param saving that something is not on disk yet, or an empty text
   * @param cancelQuery stops looking for rows
   */
  public StatusPane(
      StatusViewModel status,
      ObservableStringValue saving,
      ProgressViewModel progress,
      Runnable cancelQuery) {
    setText("");
    setId("status-bar");
    getStyleClass().add("status-pane");
    getLeftItems().add(counts(status, saving, cancelQuery));
    getRightItems().add(work(progress));
  }

  private static Node counts(
      StatusViewModel status, ObservableStringValue saving, Runnable cancelQuery) {
    Label rows = new Label();
    rows.setId("status-rows");
    rows.textProperty().bind(status.rowsTextProperty());
    Label selection = new Label();
    selection.setId("status-selection");
    selection.textProperty().bind(status.selectionProperty());
    Separator between = new Separator(Orientation.VERTICAL);
    between.visibleProperty().bind(status.selectionProperty().isNotEmpty());
    Label draft = new Label("", Icons.of(Feather.SAVE));
    draft.setId("status-draft");
    draft.textProperty().bind(saving);
    draft.visibleProperty().bind(Bindings.isNotEmpty(saving));
    Separator beforeDraft = new Separator(Orientation.VERTICAL);
    beforeDraft.visibleProperty().bind(draft.visibleProperty());
    Label remark = new Label("", Icons.of(Feather.EYE));
    remark.setId("status-remark");
    remark.textProperty().bind(status.remarkProperty());
    Panes.showWhile(remark, status.remarkProperty().isNotEmpty());
    HBox box =
        Panes.line(
            "status-counts",
            remark,
            rows,
            looking(status, cancelQuery),
            between,
            selection,
            beforeDraft,
            draft);
    return box;
  }

  /** Shown once a search or sort takes long enough to be noticed. */
  private static Node looking(StatusViewModel status, Runnable cancelQuery) {
    ProgressBar bar = new ProgressBar(ProgressIndicator.INDETERMINATE_PROGRESS);
    bar.setId("query-progress");
    bar.setAccessibleText("Looking for rows");
    Button cancel = new Button("Cancel", Icons.of(Feather.X));
    cancel.setId("cancel-query");
    cancel.getStyleClass().addAll(Styles.SMALL, "cancel-button");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> cancelQuery.run());
    HBox box = Panes.line("status-query", bar, cancel);
    box.managedProperty().bind(box.visibleProperty());
    box.setVisible(false);
    PauseTransition wait = new PauseTransition(WONDERING);
    wait.setOnFinished(event -> box.setVisible(status.countingProperty().get()));
    status
        .countingProperty()
        .addListener((observed, before, counting) -> {
          if (counting) {
            wait.playFromStart();
          } else {
            wait.stop();
            box.setVisible(false);
          }
        });
    return box;
  }

  private static Node work(ProgressViewModel progress) {
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
    Button cancel = new Button("Cancel", Icons.of(Feather.X));
    cancel.setId("cancel");
    cancel.getStyleClass().addAll(Styles.SMALL, "cancel-button");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> progress.cancel());
    cancel.disableProperty().bind(progress.cancellingProperty());
    cancel
        .textProperty()
        .bind(Bindings.when(progress.cancellingProperty()).then("Cancelling…").otherwise("Cancel"));
    HBox box = new HBox(task, bar, details, cancel);
    box.getStyleClass().add("status-work");
    box.setAlignment(Pos.CENTER_RIGHT);
    box.visibleProperty().bind(progress.runningProperty());
    return box;
  }
}
