package app.pallet.ui.session;

import app.pallet.draft.DraftStatus;
import app.pallet.draft.StoredDraft;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.draft.DraftViewModel;
import app.pallet.ui.draft.DraftWording;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.pending.RestoreReport;
import app.pallet.workspace.pending.WorkspaceDraft;
import java.time.Clock;
import java.util.Optional;

/**
 * The drafts of the open catalogue: offers drafts that an earlier window has left, and warns while
 * pending changes are not on disk. FX thread.
 */
public final class SessionDraft {

  private final WorkspaceDraft draft;
  private final Workspace workspace;
  private final DraftViewModel viewModel;
  private final Dialogs dialogs;
  private final Clock clock;
  private Optional<StoredDraft> offered = Optional.empty();
  private boolean isMoreWanted;

  /**
   * Looks for drafts of a catalogue that was just opened.
   *
   * @param clock tells how long ago a draft was written
   */
  public SessionDraft(Workspace workspace, DraftViewModel viewModel, Dialogs dialogs, Clock clock) {
    this.draft = workspace.draft();
    this.workspace = workspace;
    this.viewModel = viewModel;
    this.dialogs = dialogs;
    this.clock = clock;
    viewModel.clear();
    viewModel.restorableProperty().set(draft.canRestore());
    if (draft.canRestore()) {
      draft.find(this::offer);
    }
  }

  private void offer(StoredDraft found) {
    offered = Optional.of(found);
    viewModel
        .offerProperty()
        .set(
            DraftWording.offer(
                found.counts(), found.lastAction(), clock.instant(), clock.getZone()));
    viewModel.offerDetailsProperty().set(DraftWording.details(found.counts()));
  }

  private void withdraw() {
    offered = Optional.empty();
    viewModel.offerProperty().set("");
  }

  /** What is pending has changed. */
  public void changed() {
    viewModel.restorableProperty().set(draft.canRestore());
    if (isMoreWanted && draft.canRestore()) {
      isMoreWanted = false;
      draft.find(this::offer);
    }
  }

  /** Makes the changes in the offered draft pending. */
  public void restore() {
    offered.ifPresent(found -> draft.restore(found, this::restored));
  }

  private void restored(RestoreReport report) {
    withdraw();
    isMoreWanted = true; // another one is offered once there is room for it
    Notice.Kind kind = DraftWording.isWhole(report) ? Notice.Kind.DONE : Notice.Kind.WARNING;
    dialogs.notifier().show(new Notice(kind, "Restored", DraftWording.restored(report)));
  }

  /** Deletes the offered draft after asking for confirmation. */
  public void discard() {
    offered
        .filter(found -> dialogs.questions().discardDraft(found.counts().total()))
        .ifPresent(found -> {
          withdraw();
          draft.discard(found);
          draft.find(this::offer);
        });
  }

  /** Leaves the offered draft for another time. */
  public void leave() {
    offered.ifPresent(found -> {
      withdraw();
      draft.later(found);
      draft.find(this::offer);
    });
  }

  /** Tries again to write what is in memory only. */
  public void retry() {
    draft.retry();
  }

  /** Shows whether what is pending is on disk. */
  public void show(DraftStatus status) {
    viewModel.savingProperty().set(status instanceof DraftStatus.Saving ? "Saving draft…" : "");
    viewModel
        .warningProperty()
        .set(
            status instanceof DraftStatus.Failing failing && !workspace.changes().isClean()
                ? DraftWording.warning(failing)
                : "");
  }

  /** Clears all messages about drafts. */
  public void close() {
    viewModel.clear();
  }
}
