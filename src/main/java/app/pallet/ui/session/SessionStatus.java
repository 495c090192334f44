package app.pallet.ui.session;

import app.pallet.rows.NumberTotals;
import app.pallet.ui.status.StatusViewModel;
import app.pallet.ui.table.selection.GridSelection;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.workspace.Workspace;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Tells the status bar how many rows there are and what is selected. A few selected cells are added
 * up at once. Many are added up by the database when the user pauses. FX thread.
 */
public final class SessionStatus {

  private static final Duration PAUSE = Duration.millis(120);

  private final EditorViewModel viewModel;
  private final Workspace workspace;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private GridSelection selection = GridSelection.NONE;

  /** The status of a workspace with nothing selected. */
  public SessionStatus(EditorViewModel viewModel, Workspace workspace) {
    this.viewModel = viewModel;
    this.workspace = workspace;
    pause.setOnFinished(event -> addUp());
  }

  /** Shows the numbers of rows there are now, and what the selected cells come to now. */
  public void showRows() {
    StatusViewModel status = viewModel.status();
    status.countingProperty().set(workspace.view().isCounting());
    status.shownProperty().set(workspace.view().size());
    status.rowsProperty().set(workspace.totalRows());
    status.pendingLeftOutProperty().set(workspace.view().pendingLeftOut());
    if (selection.ranges().stream().allMatch(r -> r.lastRow() < workspace.view().size())) {
      showSelection(selection); // else the table is about to select less
    }
  }

  /** Shows what is selected. */
  public void showSelection(GridSelection selected) {
    selection = selected;
    viewModel.rowsSelectedProperty().set(!selected.isEmpty());
    workspace.totals().stop();
    pause.stop();
    Optional<NumberTotals> totals = SelectionSummary.atHand(selected, workspace.view());
    if (totals.isPresent()) {
      show(totals.get());
    } else if (hasNumbers(selected)) {
      text(SelectionSummary.counts(selected) + " \u00b7 adding up\u2026");
      pause.playFromStart();
    } else {
      text(SelectionSummary.counts(selected));
    }
  }

  /** Stops adding up, because the workspace is about to be closed. */
  public void stop() {
    pause.stop();
  }

  private void addUp() {
    workspace.totals().add(selection.ranges(), this::show);
  }

  private void show(NumberTotals totals) {
    text(SelectionSummary.of(selection, totals));
  }

  private void text(String text) {
    viewModel.status().selectionProperty().set(text);
  }

  private static boolean hasNumbers(GridSelection selected) {
    return selected.cellCount() > 1
        && selected.ranges().stream()
            .flatMap(range -> range.columns().stream())
            .anyMatch(column -> column.type().isNumeric() && !column.isBookkeeping());
  }
}
