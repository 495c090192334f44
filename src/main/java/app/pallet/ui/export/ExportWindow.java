package app.pallet.ui.export;

import app.pallet.spreadsheet.export.ExportFormat;
import app.pallet.ui.dialog.FileDialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.workspace.export.ExportRequest;
import java.util.function.Consumer;

/** Shows the export over the editor until a file is chosen or it is given up. FX thread. */
public final class ExportWindow {

  private static final double WIDTH = 860;
  private static final double HEIGHT = 680;

  private final ExportViewModel viewModel;
  private final FileDialogs files;
  private final Consumer<ExportRequest> wanted;
  private final Runnable close;

  /**
   * Opens the window.
   *
   * @param wanted gets what the user wants written, after the window is closed
   */
  public ExportWindow(
      ExportViewModel viewModel,
      ModalWindows windows,
      FileDialogs files,
      Consumer<ExportRequest> wanted) {
    this.viewModel = viewModel;
    this.files = files;
    this.wanted = wanted;
    ExportPane pane = new ExportPane(viewModel, this::export, this::cancel);
    this.close = windows.show(new ModalWindows.Content("Export", pane, WIDTH, HEIGHT), () -> {});
  }

  private void cancel() {
    close.run();
  }

  private void export() {
    FileKind kind =
        viewModel.formatProperty().get() == ExportFormat.XLSX ? FileKind.WORKBOOK : FileKind.CSV;
    files
        .save("Export rows", kind, viewModel.suggestion())
        .flatMap(viewModel::request)
        .ifPresent(request -> {
          close.run();
          wanted.accept(request);
        });
  }
}
