package app.pallet.ui.paste;

import app.pallet.ui.dialog.FileDialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.workspace.input.AcceptedImport;
import java.util.function.Consumer;

/**
 * Shows an import over the editor until it is taken or left. Nothing of it reaches the catalogue's
 * pending changes before it is taken. FX thread.
 */
public final class ImportWindow implements ImportActions {

  private static final double WIDTH = 1_000;
  private static final double HEIGHT = 720;

  private final ImportViewModel viewModel;
  private final FileDialogs files;
  private final Consumer<AcceptedImport> taken;
  private final Runnable close;

  /**
   * Opens the window and begins to read.
   *
   * @param viewModel closed with the window
   * @param taken gets the import once the user takes it, after the window is closed
   */
  public ImportWindow(
      ImportViewModel viewModel,
      ModalWindows windows,
      FileDialogs files,
      Consumer<AcceptedImport> taken) {
    this.viewModel = viewModel;
    this.files = files;
    this.taken = taken;
    ImportPane pane = new ImportPane(viewModel, this);
    this.close =
        windows.show(
            new ModalWindows.Content("Import " + viewModel.name(), pane, WIDTH, HEIGHT),
            viewModel::close);
    viewModel.start();
  }

  @Override
  public void take() {
    viewModel
        .accept()
        .ifPresent(accepted -> {
          close.run();
          taken.accept(accepted);
        });
  }

  @Override
  public void saveProblemRows() {
    files
        .save("Save problem rows", FileKind.CSV, "problem-rows.csv")
        .ifPresent(viewModel::saveProblemRows);
  }

  @Override
  public void cancel() {
    close.run();
  }
}
