package app.pallet.ui.commit;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.comparison.MeasuredRate;
import app.pallet.database.file.ConnectionSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Reports and paces of commits that never were. */
public final class CommitSample {

  private CommitSample() {}

  /** A report in which the last rows were refused. */
  public static CommitReport report(int asked, int committed, long nanos) {
    Set<RowKey> keys =
        LongStream.range(0, committed).mapToObj(RowKey.Id::new).collect(Collectors.toSet());
    Map<RowKey, List<RowProblem>> refusals =
        LongStream.range(committed, asked)
            .boxed()
            .collect(Collectors.toMap(RowKey.Id::new, id -> List.of()));
    return new CommitReport(
        CommitPlan.DEFAULT, new CommitEnding.Finished(), asked, keys, Map.of(), refusals, nanos);
  }

  /** One by one with 5,000 rows a second. */
  public static MeasuredRate slow(ConnectionSettings settings) {
    return new MeasuredRate(
        CommitMode.ONE_BY_ONE, 500, 100_000_000, settings, Instant.parse("2026-11-22T13:40:00Z"));
  }
}
