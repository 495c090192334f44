package app.pallet.ui;

import app.pallet.database.CatalogueDatabase;
import app.pallet.ui.session.FailureReport;
import app.pallet.work.ThreadRunner;
import app.pallet.work.WorkListener;
import app.pallet.workspace.Workspace;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Starts what an opened catalogue needs soon but not at once. It waits until the rows have had time
 * to appear, because this work takes as much of the processor as showing them. FX thread.
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
   * Checks the file for damage and starts Hibernate after a pause, unless this is stopped first.
   *
   * @param writing the thread that commits
   * @param then called when commits are ready, for what is less urgent
   */
  void follow(Workspace workspace, ThreadRunner writing, Runnable then) {
    pause.setOnFinished(event -> {
      prepareCommits(workspace.database(), writing, then);
      if (workspace.database().found().isEmpty()) {
        care.check(workspace); // it would call it damage where others break their own rules
      }
    });
    pause.playFromStart();
  }

  /** Cancels what has not begun and stops what has, because the catalogue is about to be closed. */
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
          return database.promises().isEditable() ? database.warmUp() : database;
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
