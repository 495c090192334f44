package app.pallet.ui;

import app.pallet.database.CatalogueDatabase;
import app.pallet.ui.session.FailureReport;
import app.pallet.work.ThreadRunner;
import app.pallet.work.WorkListener;
import app.pallet.workspace.Workspace;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * What an opened catalogue needs before long but not at once, begun when its rows have had time to
 * show: both take as much of the processor as showing them does. FX thread.
 */
final class AfterOpening {

  private static final Duration WAIT = Duration.seconds(2);

  private final CatalogueCare care;
  private final FailureReport failures;
  private final PauseTransition pause = new PauseTransition(WAIT);

  AfterOpening(CatalogueCare care, FailureReport failures) {
    this.care = care;
    this.failures = failures;
  }

  /**
   * Has the file looked at for damage and Hibernate started in a while, unless this is stopped.
   *
   * @param writing the thread that commits
   * @param then called when commits are ready, for what is less urgent
   */
  void follow(Workspace workspace, ThreadRunner writing, Runnable then) {
    pause.setOnFinished(event -> {
      prepareCommits(workspace.database(), writing, then);
      care.check(workspace);
    });
    pause.playFromStart();
  }

  /** Begins nothing any more and ends what has begun: the catalogue is about to be closed. */
  void stop() {
    pause.stop();
    care.stopCheck();
  }

  /** Starts Hibernate while the user looks at the rows, so that the first commit needn't wait. */
  private void prepareCommits(CatalogueDatabase database, ThreadRunner writing, Runnable then) {
    writing.start(
        "Prepare commits",
        monitor -> {
          database.keepLocks();
          return database.warmUp();
        },
        new WorkListener<CatalogueDatabase>() {
          @Override
          public void succeeded(CatalogueDatabase ready) {
            then.run();
          }

          @Override
          public void failed(Throwable failure) {
            failures.tell("Prepare commits", failure);
          }
        });
  }
}
