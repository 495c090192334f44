package app.pallet.ui.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.comparison.MeasuredRate;
import app.pallet.database.file.ConnectionSettings;
import org.junit.jupiter.api.Test;

final class CommitCourseTest {

  private static final ConnectionSettings SETTINGS = ConnectionSettings.DEFAULT;
  private static final MeasuredRate SLOW = CommitSample.slow(SETTINGS);

  private final CommitCourse course = new CommitCourse();

  @Test
  void whatBatchesWroteIsTakenInAtTheNextTickAndComparedWithWhatWasMeasured() {
    course.happened(new CommitEvent.Started(20_000, CommitPlan.DEFAULT, SETTINGS));
    course.happened(new CommitEvent.BatchCommitted(1, 5_000, 1, 50_000_000));
    course.happened(new CommitEvent.BatchCommitted(2, 5_000, 1, 50_000_000));
    assertThat(course.isRunning()).isFalse();
    course.take();
    assertThat(course.isRunning()).isTrue();
    assertThat(course.written()).isEqualTo(10_000);
    assertThat(course.expectedBatches()).isEqualTo(4);
    assertThat(course.rowsPerSecond()).isCloseTo(100_000, within(1.0));
    assertThat(course.timesOneByOne()).as("never measured").isEmpty();
    course.compareWith(SLOW);
    assertThat(course.timesOneByOne().orElseThrow()).isCloseTo(20, within(0.01));

    course.happened(new CommitEvent.Finished(CommitSample.report(20_000, 19_998, 400_000_000)));
    course.take();
    assertThat(course.isRunning()).isFalse();
    assertThat(course.written()).isEqualTo(19_998);
    assertThat(course.timesOneByOne().orElseThrow()).isCloseTo(9.999, within(0.001));

    course.happened(new CommitEvent.Started(7, CommitPlan.DEFAULT, SETTINGS));
    course.take();
    assertThat(course.batches()).isEmpty();
    assertThat(course.written()).isZero();
  }

  @Test
  void theCommitOfWhatIsClosedIsForgottenAndWhatItStillTellsToo() {
    course.happened(new CommitEvent.Started(20_000, CommitPlan.DEFAULT, SETTINGS));
    course.happened(new CommitEvent.BatchCommitted(1, 5_000, 1, 50_000_000));
    course.forget();
    course.happened(new CommitEvent.BatchCommitted(2, 5_000, 1, 50_000_000));
    course.happened(new CommitEvent.Finished(CommitSample.report(20_000, 10_000, 400_000_000)));
    course.take();
    assertThat(course.isRunning()).isFalse();
    assertThat(course.written()).isZero();
    assertThat(course.report()).isEmpty();
  }

  @Test
  void whatIsNoComparisonIsNotSaid() {
    course.compareWith(SLOW);
    course.happened(
        new CommitEvent.Started(10, CommitPlan.DEFAULT.in(CommitMode.ONE_BY_ONE), SETTINGS));
    course.happened(new CommitEvent.BatchCommitted(1, 10, 10, 2_000_000));
    course.take();
    assertThat(course.timesOneByOne()).as("it is one by one itself").isEmpty();

    course.happened(
        new CommitEvent.Started(
            10, CommitPlan.DEFAULT, SETTINGS.with(ConnectionSettings.JournalMode.DELETE)));
    course.happened(new CommitEvent.BatchCommitted(1, 10, 1, 2_000_000));
    course.take();
    assertThat(course.timesOneByOne()).as("the file is written in another way").isEmpty();
  }
}
