package app.pallet.ui.session;

import app.pallet.commit.CommitReport;
import app.pallet.draft.DraftSession;
import app.pallet.draft.DraftStatus;
import app.pallet.text.Counted;
import app.pallet.ui.commit.CommitWording;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Questions.Leaving;
import app.pallet.ui.dialog.Questions.LeavingCommit;
import app.pallet.ui.status.ProgressViewModel;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.work.RunningWork;
import app.pallet.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.stage.Window;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes an open catalogue: asks what to do about running work and pending changes, and closes the
 * catalogue without making the window wait. FX thread.
 */
public final class SessionEnd {

  private static final Logger LOG = LoggerFactory.getLogger(SessionEnd.class);

  /** Closing that takes longer than this is shown in a small window. */
  private static final Duration UNSEEN = Duration.millis(600);

  private final Workspace workspace;
  private final EditorViewModel viewModel;
  private final ProgressViewModel progress;
  private final Dialogs dialogs;
  private final Set<RunningWork> works = new LinkedHashSet<>();
  private final PauseTransition unseen = new PauseTransition(UNSEEN);
  private DraftSession.Ending pending = DraftSession.Ending.KEEP;
  private boolean isAsking;
  private boolean isDecided;
  private boolean isLeftToFinish;
  private boolean isBegun;
  private boolean isWindowGone;
  private Optional<ClosingWindow> window = Optional.empty();
  private Optional<Notice> outcome = Optional.empty();
  private boolean isOutcomeAskedFor;
  private boolean isClosed;
  private Runnable closed = () -> {};

  /**
   * The end of a session that has just begun.
   *
   * @param viewModel what the editor's window shows, also of running work
   */
  public SessionEnd(Workspace workspace, EditorViewModel viewModel, Dialogs dialogs) {
    this.workspace = workspace;
    this.viewModel = viewModel;
    this.progress = viewModel.progress();
    this.dialogs = dialogs;
  }

  /** Whether the user is about to leave or has left, so that nothing more may be asked. */
  public boolean isLeaving() {
    return isAsking || isBegun;
  }

  /** Whether the session has left the editor's window. */
  public boolean isBegun() {
    return isBegun;
  }

  /** Whether it stays until its commit has ended, so that nothing should wait for it. */
  public boolean isLeftToFinish() {
    return isLeftToFinish;
  }

  /**
   * Asks what to do about running work and pending changes.
   *
   * @return whether the catalogue may be closed
   */
  public boolean ask() {
    isDecided = false;
    isLeftToFinish = false;
    pending = DraftSession.Ending.KEEP;
    isAsking = true;
    boolean isGranted;
    try {
      isGranted = askAboutWork() && askAboutPending();
    } finally {
      isAsking = false;
    }
    if (!isGranted) {
      outcome.ifPresent(dialogs.notifier()::show);
      outcome = Optional.empty();
    }
    return isGranted;
  }

  private boolean askAboutWork() {
    Optional<RunningWork> commit = workspace.commitWork();
    List<RunningWork> others =
        workspace.atStake().stream().filter(work -> !commit.equals(Optional.of(work))).toList();
    List<String> names =
        Stream.concat(others.stream().map(RunningWork::name), workspace.queue().waiting().stream())
            .toList();
    if (!names.isEmpty() && !dialogs.questions().stopping(names)) {
      return false;
    }
    if (commit.isPresent() && !askAboutCommit()) {
      return false;
    }
    workspace.queue().dropWaiting();
    others.forEach(RunningWork::cancel);
    return true;
  }

  private boolean askAboutCommit() {
    LeavingCommit answer = dialogs.questions().leavingCommit(soFar());
    if (answer == LeavingCommit.GO_ON_EDITING) {
      return false;
    }
    isDecided = true;
    isLeftToFinish = answer == LeavingCommit.FINISH;
    if (answer == LeavingCommit.DISCARD) {
      pending = DraftSession.Ending.DISCARD;
    }
    if (answer != LeavingCommit.FINISH) {
      workspace.commitWork().ifPresent(RunningWork::cancel);
    }
    return true;
  }

  /** How far the commit is. The text is kept up to date while the question is open. */
  private StringBinding soFar() {
    return Bindings.createStringBinding(
        () ->
            workspace
                .commitWork()
                .map(work -> CommitWording.soFar(work.progress()))
                .orElse("It has ended meanwhile."),
        progress.detailsProperty(),
        viewModel.commit().committingProperty()); // which is told once it has ended
  }

  private boolean askAboutPending() {
    DraftStatus status = workspace.draft().status();
    int changes = workspace.changes().counts().total();
    if (changes == 0 || (isDecided && !(status instanceof DraftStatus.Failing))) {
      return true; // unless what was decided to be kept can't be
    }
    Leaving answer = dialogs.questions().leaving(changes, status);
    if (answer == Leaving.DISCARD) {
      pending = DraftSession.Ending.DISCARD;
    }
    return answer != Leaving.KEEP_EDITING;
  }

  /**
   * Closes the session as the user has answered, or keeps pending changes if the user was not
   * asked. Returns at once.
   *
   * @param over the window it leaves
   * @param whenClosed called once all is closed, or the user does not want to wait for it
   * @param gone called after that, once the small window is closed
   */
  public void begin(Window over, Runnable whenClosed, Runnable gone) {
    isBegun = true;
    closed = whenClosed;
    isLeftToFinish &= workspace.commitWork().isPresent();
    ClosingWindow small =
        new ClosingWindow(
            over,
            Objects.toString(workspace.database().file().getFileName(), ""),
            workspace::stop,
            () -> {
              isWindowGone = true;
              tellClosed();
              gone.run();
            });
    window = Optional.of(small);
    works.forEach(progress::finish);
    works.forEach(small::follow);
    if (isLeftToFinish) {
      small.showRunning();
    } else {
      workspace.stop();
      unseen.setOnFinished(event -> small.showStopping());
      unseen.playFromStart();
    }
    workspace.close(pending, () -> closed(small, gone));
  }

  private void closed(ClosingWindow small, Runnable gone) {
    unseen.stop();
    tellClosed();
    if (isWindowGone) {
      return; // nobody has waited for it
    }
    if (outcome.isPresent()) {
      small.showEnd(outcome.get(), isOutcomeAskedFor);
    } else if (small.isShowing()) {
      small.close();
    } else {
      gone.run();
    }
  }

  private void tellClosed() {
    isClosed = true;
    Runnable told = closed;
    closed = () -> {};
    told.run();
  }

  /** Whether it is closed, or the user does not want to wait for it. */
  public boolean isClosed() {
    return isClosed;
  }

  /** Work of the session has started. */
  public void started(RunningWork work) {
    works.add(work);
    window.ifPresentOrElse(small -> small.follow(work), () -> progress.follow(work));
  }

  /** Work of the session has ended. */
  public void ended(RunningWork work) {
    works.remove(work);
    window.ifPresentOrElse(small -> small.finish(work), () -> progress.finish(work));
  }

  /**
   * The commit that was running when the session left has ended. The outcome is shown once all is
   * closed.
   */
  public void committed(CommitReport report, Notice notice) {
    int left = workspace.changes().counts().total();
    boolean isDiscarded = pending == DraftSession.Ending.DISCARD;
    boolean isStopped = !isLeftToFinish;
    isOutcomeAskedFor = isStopped || (report.isComplete() && left == 0);
    outcome =
        Optional.of(
            left == 0 || (report.isUnclear() && !isDiscarded)
                ? notice
                : new Notice(
                    isStopped ? Notice.Kind.DONE : Notice.Kind.WARNING,
                    notice.title(),
                    Counted.of(left, "change is", "changes are")
                        + (isDiscarded ? " discarded" : " kept for the next time")));
  }

  /** The commit needs an answer, but the user has left the window. */
  public void needsAnswer() {
    tell(
        Notice.warning(
            "Nothing was committed",
            "Something in the changes may be a slip. They are kept, and you are asked about it when"
                + " you commit them again."));
  }

  /** Something has failed after the session has left the window. */
  public void failed(String task, Throwable failure) {
    LOG.error("{} failed", task, failure);
    tell(Notice.warning(task + " failed", FailureReport.words(failure)));
  }

  private void tell(Notice notice) {
    isOutcomeAskedFor = false;
    outcome = Optional.of(notice);
  }
}
