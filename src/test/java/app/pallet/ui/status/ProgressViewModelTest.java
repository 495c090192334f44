package app.pallet.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import org.junit.jupiter.api.Test;

final class ProgressViewModelTest {
  private final SampledMonitor monitor = new SampledMonitor();
  private final ProgressViewModel progress = new ProgressViewModel();

  @Test
  void numbersAreThoseOfTheLastSample() {
    monitor.begin("Committing", 1_000);
    progress.follow(new RunningWork("Commit", monitor));
    monitor.worked(250);
    assertThat(progress.fractionProperty().get()).isZero();
    progress.sample();
    assertThat(progress.fractionProperty().get()).isEqualTo(0.25);
    assertThat(progress.taskProperty().get()).isEqualTo("Committing");
    assertThat(progress.detailsProperty().get())
        .startsWith("250 of 1,000 rows · ")
        .endsWith("left");
  }

  @Test
  void workThatHasNotBegunIsCalledByItsName() {
    progress.follow(new RunningWork("Import", monitor));
    assertThat(progress.taskProperty().get()).isEqualTo("Import");
    assertThat(progress.fractionProperty().get()).isNegative();
  }

  @Test
  void cancelAsksTheWorkAndWaitsForItsEnd() {
    RunningWork commit = new RunningWork("Commit", monitor);
    progress.follow(commit);
    progress.cancel();
    assertThat(monitor.isCancelled()).isTrue();
    assertThat(progress.cancellingProperty().get()).isTrue();
    assertThat(progress.runningProperty().get()).isTrue();
    progress.finish(commit);
    assertThat(progress.runningProperty().get()).isFalse();
    assertThat(progress.cancellingProperty().get()).isFalse();
  }

  @Test
  void aPasteNeitherHidesNorEndsTheCommit() {
    RunningWork commit = new RunningWork("Commit", monitor);
    RunningWork paste = new RunningWork("Paste", new SampledMonitor());
    progress.follow(commit);
    progress.follow(paste);
    assertThat(progress.taskProperty().get()).isEqualTo("Commit");
    progress.finish(paste);
    assertThat(progress.runningProperty().get()).isTrue();
    progress.cancel();
    assertThat(monitor.isCancelled()).isTrue();
    progress.finish(commit);
    assertThat(progress.runningProperty().get()).isFalse();
  }

  @Test
  void cancelWithoutWorkDoesNothing() {
    progress.cancel();
    assertThat(progress.cancellingProperty().get()).isFalse();
  }

  @Test
  void aSearchIsSeenInTheNumberOfRows() {
    StatusViewModel status = new StatusViewModel();
    status.rowsProperty().set(48_210);
    status.shownProperty().set(48_210);
    assertThat(status.rowsTextProperty().get()).isEqualTo("48,210 rows");
    status.shownProperty().set(12);
    assertThat(status.rowsTextProperty().get()).isEqualTo("12 of 48,210 rows");
  }

  @Test
  void pendingRowsThatAreNotShownAreToldOfOnceAllAreCounted() {
    StatusViewModel status = new StatusViewModel();
    status.rowsProperty().set(48_210);
    status.shownProperty().set(12);
    status.pendingLeftOutProperty().set(1_037);
    assertThat(status.rowsTextProperty().get())
        .isEqualTo("12 of 48,210 rows \u00b7 1,037 pending rows not shown");
    status.pendingLeftOutProperty().set(1);
    assertThat(status.rowsTextProperty().get())
        .isEqualTo("12 of 48,210 rows \u00b7 1 pending row not shown");
    status.countingProperty().set(true);
    assertThat(status.rowsTextProperty().get()).isEqualTo("12 rows, counting\u2026");
  }
}
