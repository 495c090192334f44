package app.pallet.ui.history;

import app.pallet.commit.ledger.PastCommit;
import app.pallet.text.Counted;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.workspace.history.CatalogueHistory;
import app.pallet.workspace.history.UndoReport;
import java.util.ArrayList;
import java.util.List;

/** Shows the history over the editor until something is taken back or it is closed. FX thread. */
public final class HistoryWindow {

  private static final double WIDTH = 1_080;
  private static final double HEIGHT = 680;

  private final CatalogueHistory history;
  private final HistoryViewModel viewModel;
  private final Notifier notifier;

  /** Opens the window. */
  public HistoryWindow(CatalogueHistory history, ModalWindows windows, Notifier notifier) {
    this.history = history;
    this.viewModel = new HistoryViewModel(history);
    this.notifier = notifier;
    windows.show(
        new ModalWindows.Content(
            "History",
            WIDTH,
            HEIGHT,
            close -> new HistoryPane(viewModel, () -> undo(close), close)));
  }

  private void undo(Runnable close) {
    viewModel
        .selectedProperty()
        .get()
        .ifPresent(commit -> {
          var wanted = viewModel.wanted();
          close.run();
          history.undo(commit, wanted, report -> tell(commit, report));
        });
  }

  private void tell(PastCommit commit, UndoReport report) {
    List<String> parts = new ArrayList<>();
    parts.add(
        Counted.of(report.pending(), "change is pending", "changes are pending")
            + " that take back the commit of "
            + CommitCell.when(commit));
    if (report.conflicting() > 0) {
      parts.add(
          Counted.of(report.conflicting(), "row was", "rows were")
              + " changed since and is marked as being in conflict");
    }
    if (report.unneeded() > 0) {
      parts.add(Counted.of(report.unneeded(), "row is", "rows are") + " as it was before already");
    }
    Notice.Kind kind = report.conflicting() > 0 ? Notice.Kind.WARNING : Notice.Kind.DONE;
    notifier.show(new Notice(kind, "Taken back", String.join(". ", parts) + "."));
  }
}
