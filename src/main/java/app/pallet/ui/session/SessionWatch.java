package app.pallet.ui.session;

import app.pallet.text.Counted;
import app.pallet.ui.status.StatusViewModel;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.Workspace;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices while the window has the focus that somebody else has committed, shows the rows as they
 * are now, where the user is, and marks the pending changes that are in conflict with them. FX
 * thread; the database is asked on another one.
 */
public final class SessionWatch {

  private static final Duration EVERY = Duration.seconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

  private final Workspace workspace;
  private final StatusViewModel status;
  private final BooleanSupplier isLookedAt;
  private final WorkRunner runner;
  private final Timeline timer = new Timeline(new KeyFrame(EVERY, event -> look()));
  private Optional<String> tellWhenRead = Optional.empty();
  private boolean isAsking;

  /**
   * Watches a workspace until {@link #stop}.
   *
   * @param isLookedAt whether the window has the focus
   */
  public SessionWatch(Workspace workspace, StatusViewModel status, BooleanSupplier isLookedAt) {
    this.workspace = workspace;
    this.status = status;
    this.isLookedAt = isLookedAt;
    this.runner = workspace.beside("pallet-watch");
    timer.setCycleCount(Timeline.INDEFINITE);
    timer.play();
  }

  /** Reads the rows again and compares what is pending with them, as the user asks for it. */
  public void refresh() {
    if (!workspace.isCommitting()) {
      readAgain("The rows were read again");
    }
  }

  /** Stops watching. */
  public void stop() {
    timer.stop();
  }

  private void look() {
    if (isAsking || isBusy() || !isLookedAt.getAsBoolean()) {
      return;
    }
    isAsking = true;
    runner.start(
        "Look for changes of others",
        monitor -> workspace.database().changeMark(),
        new WorkListener<Long>() {
          @Override
          public void succeeded(Long mark) {
            isAsking = false;
            if (!isBusy() && mark != workspace.view().mark()) {
              readAgain("The file has changed, so the rows were read again");
            }
          }

          @Override
          public void failed(Throwable failure) {
            isAsking = false;
            LOG.debug("It can't be seen whether somebody has committed", failure); // the next time
          }

          @Override
          public void cancelled() {
            isAsking = false;
          }
        });
  }

  /** While rows are read or written it is not known of what state they are. */
  private boolean isBusy() {
    return workspace.isCommitting() || workspace.view().isCounting();
  }

  private void readAgain(String words) {
    tellWhenRead = Optional.of(words);
    workspace.refresh();
    workspace.conflicts().mark(this::tell);
  }

  private void tell(int conflicts) {
    tellWhenRead.ifPresent(words ->
        status.tell(
            conflicts == 0
                ? words
                : words
                    + " \u00b7 "
                    + Counted.of(conflicts, "pending row is", "pending rows are")
                    + " in conflict"));
    tellWhenRead = Optional.empty();
  }
}
