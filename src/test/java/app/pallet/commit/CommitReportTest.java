package app.pallet.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommitReportTest {

  private static final RowProblem REFUSED =
      new RowProblem(RowOrigin.TYPED, "", "", "No", "", RowProblem.Severity.REFUSED);

  private static CommitReport report(int asked, Set<RowKey> committed, long nanos) {
    return new CommitReport(
        CommitPlan.DEFAULT,
        new CommitEnding.Finished(),
        asked,
        committed,
        Map.of(),
        Map.of(new RowKey.Id(9), List.of(REFUSED)),
        nanos);
  }

  @Test
  void no_row_counts_twice() {
    Set<RowKey> committed = Set.of(new RowKey.Id(1), new RowKey.Id(2));

    assertThat(report(3, committed, 1).pending()).isZero();
    assertThatThrownBy(() -> report(2, committed, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 committed and 1 refused of 2 rows");
  }

  @Test
  void what_took_no_time_has_no_rate() {
    assertThat(report(2, Set.of(new RowKey.Id(1)), 0).rowsPerSecond()).isZero();
    assertThat(report(2, Set.of(new RowKey.Id(1)), 500_000_000).rowsPerSecond()).isEqualTo(2);
  }
}
