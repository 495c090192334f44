package app.pallet.ui.export;

import app.pallet.spreadsheet.ExportFormat;
import app.pallet.ui.dialog.FileDialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.workspace.ExportRequest;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Shows the export over the editor until a file is chosen or it is given up. FX thread. */
public final class ExportWindow {

  private static final double WIDTH = 860;
  private static final double HEIGHT = 680;

  private final ExportViewModel viewModel;
  private final FileDialogs files;
  private final Consumer<ExportRequest> wanted;
  private final Stage stage = new Stage();

  /**
   * A window that is not yet shown.
   *
   * @param wanted gets what the user wants written, after the window is closed
   */
  public ExportWindow(
      Window owner, ExportViewModel viewModel, FileDialogs files, Consumer<ExportRequest> wanted) {
    this.viewModel = viewModel;
    this.files = files;
    this.wanted = wanted;
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle("Export");
    stage.setScene(new Scene(new ExportPane(viewModel, this::export, stage::hide), WIDTH, HEIGHT));
    stage.setMinWidth(WIDTH * 0.9);
    stage.setMinHeight(HEIGHT * 0.9);
    stage.setOnShown(event -> {
      stage.setX(Math.max(0, owner.getX() + (owner.getWidth() - stage.getWidth()) / 2));
      stage.setY(Math.max(0, owner.getY() + (owner.getHeight() - stage.getHeight()) / 2));
    });
  }

  /** Shows it; returns at once. */
  public void show() {
    stage.show();
  }

  private void export() {
    FileKind kind =
        viewModel.formatProperty().get() == ExportFormat.XLSX ? FileKind.WORKBOOK : FileKind.CSV;
    files
        .save("Export rows", kind, viewModel.suggestion())
        .flatMap(viewModel::request)
        .ifPresent(request -> {
          stage.hide();
          wanted.accept(request);
        });
  }
}
