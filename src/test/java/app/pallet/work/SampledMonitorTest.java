package app.pallet.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class SampledMonitorTest {

  private final SampledMonitor monitor = new SampledMonitor();

  @Test
  void aSampleShowsWhatWasReportedSoFar() {
    monitor.begin("Reading", 10);
    monitor.worked(3);
    monitor.worked(2);
    monitor.message("shop.csv");
    Progress sample = monitor.sample();
    assertThat(sample).isEqualTo(new Progress("Reading", "shop.csv", 5, 10, sample.elapsed()));
    assertThat(sample.fraction()).isEqualTo(0.5);
  }

  @Test
  void beginStartsAgainFromZero() {
    monitor.begin("Reading", 10);
    monitor.worked(3);
    monitor.message("shop.csv");
    monitor.begin("Writing", WorkMonitor.UNKNOWN);
    Progress sample = monitor.sample();
    assertThat(sample)
        .isEqualTo(new Progress("Writing", "", 0, WorkMonitor.UNKNOWN, sample.elapsed()));
  }

  @Test
  void cancelIsSeenByTheWork() {
    assertThat(monitor.isCancelled()).isFalse();
    new RunningWork("Reading", monitor).cancel();
    assertThat(monitor.isCancelled()).isTrue();
  }

  @Test
  void aStepCountsAndEndsTheWorkOnceItIsCancelled() {
    monitor.begin("Reading", 10);
    monitor.step(3);
    monitor.cancel();

    assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> monitor.step(2));
    assertThat(monitor.sample().done()).isEqualTo(5);
  }

  @Test
  void progressTellsItsPaceAndWhatRemains() {
    Progress progress = new Progress("Reading", "", 100, 400, Duration.ofSeconds(2));
    assertThat(progress.unitsPerSecond()).isEqualTo(50);
    assertThat(progress.remaining()).contains(Duration.ofSeconds(6));
  }

  @Test
  void progressWithoutATotalHasNoFractionAndNoEnd() {
    Progress progress = new Progress("Reading", "", 100, -1, Duration.ofSeconds(2));
    assertThat(progress.fraction()).isNegative();
    assertThat(progress.remaining()).isEmpty();
  }

  @Test
  void progressBeforeTheFirstUnitHasNoPace() {
    Progress progress = new Progress("Reading", "", 0, 400, Duration.ZERO);
    assertThat(progress.unitsPerSecond()).isZero();
    assertThat(progress.remaining()).isEmpty();
  }

  @Test
  void nothingToDoIsAllDone() {
    assertThat(new Progress("Reading", "", 0, 0, Duration.ZERO).fraction()).isEqualTo(1);
  }
}
