package app.pallet.ui;

import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.session.CommitNarrator;
import app.pallet.ui.table.ProductTable;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.input.PasteListener;
import app.pallet.workspace.input.PasteReport;
import app.pallet.workspace.view.CellBlock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reports what was pasted, and opens the import window if a paste leaves questions. FX thread. */
final class PasteReception implements PasteListener {

  private final Workspace workspace;
  private final EditorPane pane;
  private final CommitNarrator narrator;
  private final ImportStarts imports;
  private final Supplier<ProductTable> table;

  /**
   * A reception in the window.
   *
   * @param imports opens the import window for pastes that leave questions
   * @param table shows where a block was pasted
   */
  PasteReception(
      Workspace workspace,
      EditorPane pane,
      CommitNarrator narrator,
      ImportStarts imports,
      Supplier<ProductTable> table) {
    this.workspace = workspace;
    this.pane = pane;
    this.narrator = narrator;
    this.imports = imports;
    this.table = table;
  }

  @Override
  public void placed(CellBlock cells, List<CellBlock> before) {
    if (table.get().selection().rectangles().equals(before)) { // else the user has gone on
      table.get().select(cells.firstRow(), cells.lastRow(), cells.columns());
    }
  }

  @Override
  public void pasted(PasteReport report) {
    narrator.pasted(report);
    Notifier notifier = pane.notifier();
    if (report.problems().isEmpty()) {
      Notice.Kind kind = report.isWhole() ? Notice.Kind.DONE : Notice.Kind.WARNING;
      notifier.show(new Notice(kind, "Now pending", report.sentence()));
    } else {
      Notice notice = Notice.warning("Now pending", report.sentence());
      notifier.show(notice, "Show problems", pane::showProblems);
    }
  }

  @Override
  public void pastedOntoDeleted(PasteReport report, Runnable again) {
    pastedInPart(report, "Restore rows and paste", again);
  }

  @Override
  public void pastedBeyond(PasteReport report, ImportSource source) {
    pastedInPart(report, "Paste with options…", () -> inDoubt(source));
  }

  private void pastedInPart(PasteReport report, String offer, Runnable action) {
    narrator.pasted(report);
    pane.notifier().show(Notice.warning("Now pending", report.sentence()), offer, action);
  }

  @Override
  public void inDoubt(ImportSource source) {
    table.get().finishEditing();
    imports.open(workspace, source);
  }

  @Override
  public Map<String, String> remembered() {
    return imports.mappings().byHeading();
  }
}
