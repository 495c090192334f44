package app.pallet.ui.session;

import app.pallet.spreadsheet.export.ExportFormat;
import app.pallet.text.Counted;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.FileDialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.export.ExportContext;
import app.pallet.ui.export.ExportPane;
import app.pallet.ui.export.ExportViewModel;
import app.pallet.ui.export.RowScope;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.export.ExportRequest;
import app.pallet.workspace.export.ExportResult;
import app.pallet.workspace.export.ExportRows;
import app.pallet.workspace.view.CellBlock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Asks what to export from a workspace, and has it written. FX thread. */
public final class CatalogueExporter {

  private static final double WIDTH = 860;
  private static final double HEIGHT = 680;

  private final Workspace workspace;
  private final Notifier notifier;

  /** Exports of a workspace; the notifier shows their outcome. */
  public CatalogueExporter(Workspace workspace, Notifier notifier) {
    this.workspace = workspace;
    this.notifier = notifier;
  }

  /**
   * Shows the export window; returns at once.
   *
   * @param selected what is selected in the table
   */
  public void ask(List<CellBlock> selected, Dialogs dialogs) {
    ExportViewModel viewModel =
        new ExportViewModel(context(selected), workspace.format().numbers());
    viewModel.whenSampled(rows ->
        workspace
            .export()
            .sample(rows, ExportViewModel.PREVIEW_ROWS, read -> viewModel.showSample(rows, read)));
    dialogs
        .windows()
        .show(
            new ModalWindows.Content(
                "Export",
                WIDTH,
                HEIGHT,
                close ->
                    new ExportPane(
                        viewModel, () -> chooseFile(viewModel, dialogs.files(), close), close)));
  }

  private void chooseFile(ExportViewModel viewModel, FileDialogs files, Runnable close) {
    FileKind kind =
        viewModel.formatProperty().get() == ExportFormat.XLSX ? FileKind.WORKBOOK : FileKind.CSV;
    files
        .save("Export rows", kind, viewModel.suggestion())
        .flatMap(viewModel::request)
        .ifPresent(request -> {
          close.run();
          write(request);
        });
  }

  private ExportContext context(List<CellBlock> selected) {
    Map<RowScope, ExportContext.Scope> scopes = new EnumMap<>(RowScope.class);
    int stored = workspace.totalRows() - workspace.changes().newRowCount();
    scopes.put(RowScope.ALL, new ExportContext.Scope(ExportRows.ALL, stored));
    if (workspace.shownQuery().isSearching() || workspace.query().sort().isPresent()) {
      scopes.put(RowScope.SHOWN, new ExportContext.Scope(shown(), workspace.view().storedSize()));
    }
    ExportRows.Picked picked = workspace.export().picked(selected);
    if (picked.keys().size() > 0) {
      scopes.put(RowScope.SELECTED, new ExportContext.Scope(picked, picked.keys().size()));
    }
    return new ExportContext(
        workspace.schema(), scopes, workspace.shownQuery(), workspace.changes().counts().total());
  }

  /**
   * The rows that the table shows. Once it shows all of them, they are taken by key, because
   * pending edits decide which ones match.
   */
  private ExportRows shown() {
    return workspace.view().isCounting()
        ? new ExportRows.Matching(workspace.shownQuery())
        : new ExportRows.Picked(workspace.view().storedKeys());
  }

  private void write(ExportRequest request) {
    workspace.export().write(request, result -> notifier.show(notice(request, result)));
  }

  private static Notice notice(ExportRequest request, ExportResult result) {
    String written =
        Counted.of(result.rows(), "row", "rows") + " to " + request.file().getFileName();
    return result.unreadable() == 0
        ? Notice.done("Exported", written)
        : Notice.warning(
            "Exported, with "
                + Counted.of(result.unreadable(), "unreadable cell", "unreadable cells"),
            written + ". " + String.join("\n", result.named()));
  }
}
