package app.pallet.ui.paste;

import app.pallet.text.Counted;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.input.RowCategory;
import atlantafx.base.controls.Spacer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The last line: progress, and the buttons to take the import or to cancel it. */
final class DecisionPane extends HBox {

  private final ImportViewModel viewModel;

  DecisionPane(
      ImportViewModel viewModel, Runnable take, Runnable saveProblemRows, Runnable cancel) {
    this.viewModel = viewModel;
    ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    progress.setId("import-progress");
    progress.setAccessibleText("Reading");
    HBox working = Panes.line("import-working", progress, new Label("Reading…"));
    working.visibleProperty().bind(viewModel.workingProperty());
    Label waiting = Labels.of("", "pane-remark");
    waiting.setId("import-remark");
    waiting
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::remark, viewModel.previewProperty(), viewModel.noteProperty()));
    waiting.visibleProperty().bind(viewModel.workingProperty().not());
    StackPane said = new StackPane(waiting, working);
    said.setAlignment(Pos.CENTER_LEFT);
    said.setMinWidth(0);
    Button save = Buttons.text("save-problem-rows", "Save problem rows…", saveProblemRows);
    Button leave = Buttons.text("cancel-import", "Cancel", cancel);
    leave.setCancelButton(true);
    Button accept = Buttons.text("take-import", "", take);
    accept.setDefaultButton(true);
    accept.disableProperty().bind(viewModel.takeable().not());
    accept
        .textProperty()
        .bind(Bindings.createStringBinding(this::takeLabel, viewModel.previewProperty()));
    save.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    viewModel.workingProperty().get()
                        || viewModel.rows().count(RowCategory.PROBLEM) == 0,
                viewModel.workingProperty(),
                viewModel.previewProperty()));
    getStyleClass().add("decision-pane");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(said, new Spacer(), save, leave, accept);
  }

  private String remark() {
    String note = viewModel.noteProperty().get();
    if (!note.isEmpty() || viewModel.rows().count(RowCategory.PROBLEM) == 0) {
      return note;
    }
    return "Rows with problems wait under Problems.";
  }

  private String takeLabel() {
    int changes = viewModel.changes();
    if (viewModel.previewProperty().get().isEmpty()) {
      return "Take changes";
    }
    if (changes > 0) {
      return "Take " + Counted.of(changes, "change", "changes");
    }
    int taken = viewModel.taken();
    return taken == 0
        ? "Nothing to take"
        : "Take " + Counted.of(taken, "row", "rows") + " with problems";
  }
}
