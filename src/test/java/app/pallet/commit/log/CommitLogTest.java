package app.pallet.commit.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.comparison.BatchSizes;
import app.pallet.commit.comparison.ComparisonResult;
import app.pallet.commit.comparison.MeasuredRate;
import app.pallet.commit.log.LogLine.Level;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.ConnectionSettings.JournalMode;
import app.pallet.database.file.ConnectionSettings.Synchronous;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommitLogTest {

  private static final long MILLISECOND = 1_000_000;
  private static final Instant AT_14_02 = Instant.parse("2026-11-22T14:02:31Z");
  private static final CommitPlan PLAN =
      new CommitPlan(CommitMode.BATCH, 5_000, TransactionScope.PER_BATCH);

  private final CommitLog log = new CommitLog(Locale.ENGLISH, ZoneOffset.UTC);

  private List<String> texts(CommitEvent event) {
    return log.lines(event).stream().map(LogLine::text).toList();
  }

  private static CommitReport report(CommitEnding ending, int asked, int committed, long nanos) {
    Set<RowKey> keys = new HashSet<>();
    for (int i = 0; i < committed; i++) {
      keys.add(new RowKey.Id(i));
    }
    return new CommitReport(PLAN, ending, asked, keys, Map.of(), Map.of(), nanos);
  }

  private static MeasuredRate rate(CommitMode mode, int rows, long milliseconds) {
    return new MeasuredRate(
        mode, rows, milliseconds * MILLISECOND, ConnectionSettings.DEFAULT, AT_14_02);
  }

  @Test
  void a_commit_begins_with_what_was_chosen() {
    assertThat(texts(new CommitEvent.Started(12_040, PLAN, ConnectionSettings.DEFAULT)))
        .containsExactly("Committing 12,040 rows: batch, 5,000 rows a batch, WAL/NORMAL");
  }

  @Test
  void a_batch_is_a_line_with_rows_time_and_rate() {
    assertThat(texts(new CommitEvent.BatchCommitted(3, 5_000, 1, 61_234_567)))
        .containsExactly("Batch 3: 5,000 rows, 61.2 ms, 81,700 rows/s");
  }

  @Test
  void rows_one_by_one_are_a_line_for_so_many_transactions() {
    assertThat(texts(new CommitEvent.BatchCommitted(1, 1_000, 1_000, 812 * MILLISECOND)))
        .containsExactly("Batch 1: 1,000 rows in 1,000 transactions, 812 ms, 1,230 rows/s");
  }

  @Test
  void a_time_is_in_seconds_from_one_second_on_and_in_minutes_from_two_minutes_on() {
    assertThat(texts(new CommitEvent.BatchCommitted(1, 1, 1, 1_000 * MILLISECOND)))
        .containsExactly("Batch 1: 1 row, 1.00 s, 1 rows/s");
    assertThat(texts(new CommitEvent.BatchCommitted(1, 240, 1, 120_000 * MILLISECOND)))
        .containsExactly("Batch 1: 240 rows, 2 min 0 s, 2 rows/s");
  }

  @Test
  void a_refused_row_is_named_by_its_place_in_the_file() {
    RowProblem problem =
        new RowProblem(
            new RowOrigin("new.csv", 17),
            "sku",
            "4711",
            "SKU 4711 is already taken",
            "",
            RowProblem.Severity.REFUSED);

    assertThat(log.lines(new CommitEvent.RowFailed(new RowKey.New(9), "SKU 4711", problem)))
        .containsExactly(
            new LogLine(
                Level.WARNING, "Refused, SKU 4711 (new.csv, line 17): SKU 4711 is already taken"));
  }

  @Test
  void a_row_in_conflict_is_named_as_the_user_knows_it() {
    RowProblem problem =
        new RowProblem(RowOrigin.TYPED, "", "", "Was deleted", "", RowProblem.Severity.CONFLICT);

    assertThat(texts(new CommitEvent.Conflict(new RowKey.Id(31), "SKU A-31", problem)))
        .containsExactly("Conflict, SKU A-31: Was deleted");
  }

  @Test
  void a_retry_says_why_and_when() {
    assertThat(texts(new CommitEvent.Retried(2, Duration.ofMillis(200), "x.pallet is locked")))
        .containsExactly("x.pallet is locked; attempt 2 failed, the next one follows in 200 ms");
  }

  @Test
  void a_complete_commit_ends_with_one_line() {
    CommitReport report = report(new CommitEnding.Finished(), 1_204, 1_204, 15 * MILLISECOND);

    assertThat(log.lines(new CommitEvent.Finished(report)))
        .containsExactly(
            new LogLine(Level.DONE, "1,204 of 1,204 rows committed in 15.0 ms, 80,300 rows/s"));
  }

  @Test
  void a_cancelled_commit_says_what_is_still_pending() {
    CommitReport report = report(new CommitEnding.Cancelled(), 1_000, 400, 2_345 * MILLISECOND);

    assertThat(texts(new CommitEvent.Finished(report)))
        .containsExactly(
            "Cancelled: 400 of 1,000 rows committed in 2.35 s, 171 rows/s; "
                + "0 refused, 0 in conflict, 600 still pending");
  }

  @Test
  void a_stopped_commit_says_why_first() {
    CommitReport report =
        report(
            new CommitEnding.Stopped(
                "The disk is full",
                new IllegalStateException(),
                CommitEnding.LastTransaction.ROLLED_BACK),
            10,
            0,
            192_000 * MILLISECOND);

    assertThat(log.lines(new CommitEvent.Finished(report)))
        .containsExactly(
            new LogLine(Level.ERROR, "Stopped: The disk is full"),
            new LogLine(
                Level.WARNING,
                "0 of 10 rows committed in 3 min 12 s, 0 rows/s; "
                    + "0 refused, 0 in conflict, 10 still pending"));
  }

  @Test
  void a_commit_whose_end_is_unclear_says_what_is_known_and_what_follows() {
    CommitReport report =
        report(
            new CommitEnding.Stopped(
                "The connection is lost",
                new IllegalStateException(),
                CommitEnding.LastTransaction.UNKNOWN),
            1_000,
            400,
            2_000 * MILLISECOND);

    assertThat(log.lines(new CommitEvent.Finished(report)))
        .containsExactly(
            new LogLine(Level.ERROR, "Stopped: The connection is lost"),
            new LogLine(
                Level.WARNING,
                "400 rows are known to be in the catalogue; whether others are is looked up before"
                    + " the next commit, and they stay pending until then"));
  }

  @Test
  void a_commit_under_all_or_nothing_says_so() {
    CommitPlan whole = new CommitPlan(CommitMode.BATCH, 100, TransactionScope.ALL_OR_NOTHING);

    assertThat(texts(new CommitEvent.Started(2, whole, ConnectionSettings.DEFAULT)))
        .containsExactly("Committing 2 rows: batch, all or nothing, WAL/NORMAL");
  }

  @Test
  void a_comparison_states_when_how_and_on_how_many_rows() {
    ComparisonResult result =
        new ComparisonResult(
            12_000,
            PLAN,
            List.of(
                rate(CommitMode.BATCH, 12_000, 150),
                rate(CommitMode.ADD_ALL, 12_000, 480),
                rate(CommitMode.ONE_BY_ONE, 500, 250)),
            BatchSizes.NONE);

    assertThat(log.lines(result))
        .extracting(LogLine::text)
        .containsExactly(
            "Modes compared at 14:02 on copies of the catalogue with 12,000 pending rows, "
                + "5,000 rows a batch, WAL/NORMAL",
            "batch      12,000 rows in 150 ms, 80,000 rows/s, 40.0 times one by one",
            "add all    12,000 rows in 480 ms, 25,000 rows/s, 12.5 times one by one",
            "one by one 500 rows (a sample) in 250 ms, 2,000 rows/s");
  }

  @Test
  void a_comparison_of_batch_sizes_suggests_one_and_says_why() {
    assertThat(lastLine(measured(5_000, 80_000), measured(1_000, 76_000), measured(100, 40_000)))
        .isEqualTo(
            "Batch sizes with 40,000 rows each: 100: 40,000 rows/s, 1,000: 76,000 rows/s, "
                + "5,000: 80,000 rows/s. 1,000 rows a batch is suggested: "
                + "the smallest within a tenth of the fastest");
    assertThat(lastLine(measured(5_000, 80_000), measured(1_000, 60_000)))
        .endsWith("5,000 rows a batch is a good size");
  }

  private static BatchSizes.Rate measured(int size, int rowsPerSecond) {
    return new BatchSizes.Rate(size, 40_000, 40_000L * 1_000_000_000L / rowsPerSecond);
  }

  private String lastLine(BatchSizes.Rate... rates) {
    ComparisonResult result =
        new ComparisonResult(
            40_000,
            PLAN,
            List.of(rate(CommitMode.BATCH, 40_000, 500), rate(CommitMode.ONE_BY_ONE, 500, 250)),
            new BatchSizes(List.of(rates)));
    return log.lines(result).getLast().text();
  }

  @Test
  void a_later_commit_refers_to_the_rate_with_its_time_and_sample() {
    CommitReport report = report(new CommitEnding.Finished(), 1_000, 1_000, 10 * MILLISECOND);

    assertThat(
            log.comparedWith(
                rate(CommitMode.ONE_BY_ONE, 500, 250), report, ConnectionSettings.DEFAULT))
        .hasValueSatisfying(line ->
            assertThat(line.text())
                .isEqualTo(
                    "50.0 times the 2,000 rows/s of one by one, measured at 14:02 on 500 rows"));
  }

  @Test
  void nothing_is_compared_with_a_file_that_is_written_in_another_way() {
    CommitReport report = report(new CommitEnding.Finished(), 1_000, 1_000, 10 * MILLISECOND);
    ConnectionSettings other =
        new ConnectionSettings(JournalMode.DELETE, Synchronous.FULL, Duration.ofSeconds(5));

    assertThat(log.comparedWith(rate(CommitMode.ONE_BY_ONE, 500, 250), report, other)).isEmpty();
  }

  @Test
  void numbers_follow_the_locale() {
    CommitLog german = new CommitLog(Locale.GERMAN, ZoneOffset.UTC);

    assertThat(german.lines(new CommitEvent.BatchCommitted(3, 5_000, 1, 61_234_567)))
        .extracting(LogLine::text)
        .containsExactly("Batch 3: 5.000 rows, 61,2 ms, 81.700 rows/s");
  }
}
