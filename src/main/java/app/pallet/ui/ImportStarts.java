package app.pallet.ui;

import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.paste.ImportPane;
import app.pallet.ui.paste.ImportViewModel;
import app.pallet.ui.paste.RememberedMappings;
import app.pallet.ui.table.editing.ClipboardBlock;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.input.AcceptedImport;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Starts imports: from a chosen file, a dropped file, the clipboard, or a paste that leaves
 * questions. Each opens the import window. FX thread.
 */
final class ImportStarts {

  private static final double WIDTH = 1_000;
  private static final double HEIGHT = 720;

  private final Dialogs dialogs;
  private final Consumer<AcceptedImport> taken;
  private RememberedMappings mappings = RememberedMappings.NONE;

  /**
   * No import has begun yet.
   *
   * @param taken gets each import the user takes
   */
  ImportStarts(Dialogs dialogs, Consumer<AcceptedImport> taken) {
    this.dialogs = dialogs;
    this.taken = taken;
  }

  /** What headings were taken for so far. */
  RememberedMappings mappings() {
    return mappings;
  }

  /** Sets what headings were taken for before. */
  void setMappings(RememberedMappings remembered) {
    mappings = remembered;
  }

  /** Asks for a file. */
  void chooseFile(Workspace workspace) {
    dialogs
        .files()
        .open("Import rows", FileKind.TABLE)
        .ifPresent(file -> open(workspace, new ImportSource.OfFile(file)));
  }

  /** Takes the first of some files, and says so if there are more. */
  void dropped(Workspace workspace, List<Path> files) {
    Path first = files.getFirst();
    if (files.size() > 1) {
      dialogs
          .notifier()
          .show(
              Notice.warning(
                  "One file at a time",
                  "This is " + first.getFileName() + "; drop the others after it."));
    }
    open(workspace, new ImportSource.OfFile(first));
  }

  /** Takes what the clipboard holds; its first row holds headings. */
  void clipboard(Workspace workspace) {
    ClipboardBlock block = ClipboardBlock.fromClipboard();
    if (block.isEmpty()) {
      dialogs
          .notifier()
          .show(
              Notice.warning(
                  "Nothing to paste",
                  "Copy some rows with their headings in a spreadsheet first."));
      return;
    }
    open(workspace, new ImportSource.OfClipboard(block.content()));
  }

  /** Shows any source. */
  void open(Workspace workspace, ImportSource source) {
    ImportViewModel viewModel =
        new ImportViewModel(
            workspace.schema(),
            source.name(),
            listener ->
                workspace
                    .input()
                    .prepare(
                        source.into(workspace.database().file()), mappings.byHeading(), listener));
    dialogs
        .windows()
        .show(
            new ModalWindows.Content(
                "Import " + source.name(),
                WIDTH,
                HEIGHT,
                close ->
                    new ImportPane(
                        viewModel,
                        () -> take(viewModel, close),
                        () -> saveProblemRows(viewModel),
                        close)),
            viewModel::close);
    viewModel.start();
  }

  private void take(ImportViewModel viewModel, Runnable close) {
    viewModel
        .accept()
        .ifPresent(accepted -> {
          close.run();
          mappings = mappings.with(accepted.mappings());
          taken.accept(accepted);
        });
  }

  private void saveProblemRows(ImportViewModel viewModel) {
    dialogs
        .files()
        .save("Save problem rows", FileKind.CSV, "problem-rows.csv")
        .ifPresent(viewModel::saveProblemRows);
  }
}
