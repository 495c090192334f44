package app.pallet.ui;

import app.pallet.ui.status.StatusViewModel;
import app.pallet.ui.table.GridSelection;
import app.pallet.workspace.Workspace;

/** Tells the status bar how many rows there are and what is selected. FX thread. */
final class SessionStatus {

  private final EditorViewModel viewModel;
  private final Workspace workspace;

  SessionStatus(EditorViewModel viewModel, Workspace workspace) {
    this.viewModel = viewModel;
    this.workspace = workspace;
  }

  /** Shows the numbers of rows there are now. */
  void showRows() {
    StatusViewModel status = viewModel.status();
    status.countingProperty().set(workspace.view().isCounting());
    status.shownProperty().set(workspace.view().size());
    status.rowsProperty().set(workspace.totalRows());
  }

  /** Shows what is selected. */
  void showSelection(GridSelection selection) {
    viewModel.rowsSelectedProperty().set(!selection.isEmpty());
    viewModel.status().selectionProperty().set(SelectionSummary.of(selection, workspace.view()));
  }
}
