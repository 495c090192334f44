package app.pallet.commit.writing;

import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static app.pallet.commit.writing.TestCatalogue.SKU;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A commit that the user stops. */
class CancelTest {

  @TempDir Path folder;

  /** Cancels itself once so many rows have been sent to the database. */
  private static final class Impatient implements WorkMonitor {
    private final SampledMonitor monitor = new SampledMonitor();
    private final long patience;

    Impatient(long patience) {
      this.patience = patience;
    }

    @Override
    public void begin(String task, long total) {
      monitor.begin(task, total);
    }

    @Override
    public void worked(long units) {
      monitor.worked(units);
    }

    @Override
    public void message(String text) {
      monitor.message(text);
    }

    @Override
    public boolean isCancelled() {
      return done() >= patience;
    }

    long done() {
      return monitor.sample().done();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keeps_finished_batches_and_takes_the_open_one_back(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> adds = catalogue.adds(3_000);
      Impatient monitor = new Impatient(1_200);

      CommitReport report =
          catalogue.commit(
              adds,
              new CommitPlan(mode, 1_000, TransactionScope.PER_BATCH),
              CommitListener.NONE,
              monitor);

      int expected = mode == CommitMode.ONE_BY_ONE ? 1_200 : 1_000;
      assertThat(report.ending()).isEqualTo(new CommitEnding.Cancelled());
      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::pending)
          .containsExactly(expected, 3_000 - expected);
      assertThat(catalogue.count()).isEqualTo(expected);
    }
  }

  @Test
  void names_exactly_the_rows_that_are_in() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> adds = catalogue.adds(1_000);

      CommitReport report =
          catalogue.commit(
              adds,
              new CommitPlan(CommitMode.BATCH, 100, TransactionScope.PER_BATCH),
              CommitListener.NONE,
              new Impatient(300));

      assertThat(report.committedKeys())
          .containsExactlyInAnyOrderElementsOf(
              adds.subList(0, 300).stream().map(RowChange::key).toList());
      assertThat(catalogue.rows())
          .allSatisfy(row ->
              assertThat(row.values().get(SKU))
                  .isEqualTo(Objects.requireNonNull(skuOf(adds, report, row))));
    }
  }

  private static Object skuOf(List<RowChange> adds, CommitReport report, Row row) {
    return adds.stream()
        .filter(add -> row.key().equals(report.newKeys().get(add.key())))
        .map(add -> Objects.requireNonNull(add.after().get(SKU)))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void writes_nothing_under_all_or_nothing(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(1_000);
      List<RowChange> edits =
          rows.stream().<RowChange>map(row -> catalogue.edit(row, QUANTITY, 1L)).toList();
      Impatient monitor = new Impatient(400);

      CommitReport report =
          catalogue.commit(
              edits,
              new CommitPlan(mode, 100, TransactionScope.ALL_OR_NOTHING),
              CommitListener.NONE,
              monitor);

      assertThat(report.pending()).isEqualTo(1_000);
      assertThat(catalogue.column(QUANTITY)).containsOnlyNulls();
      assertThat(monitor.done()).as("rows taken back count no longer").isZero();
    }
  }

  @Test
  void is_seen_while_bad_rows_are_looked_for() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> rows = new java.util.ArrayList<>(catalogue.adds(2_000));
      rows.add(catalogue.add("A-001", "bad", "1"));
      RowChange.Add last = catalogue.add("A-002", "bad too", "1");
      rows.add(last);
      // the first attempt fails when 2,000 rows are sent; then the bad ones are looked for
      WorkMonitor monitor = new CancelOnMessage();

      CommitReport report =
          catalogue.commit(rows, CommitPlan.DEFAULT, CommitListener.NONE, monitor);

      assertThat(report.pending()).isEqualTo(2_002);
      assertThat(catalogue.count()).isZero();
    }
  }

  /** Cancels when the commit says that it looks for bad rows. */
  private static final class CancelOnMessage implements WorkMonitor {
    private boolean cancelled;

    @Override
    public void begin(String task, long total) {}

    @Override
    public void worked(long units) {}

    @Override
    public void message(String text) {
      cancelled |= text.startsWith("Looking");
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  @Test
  void leaves_the_catalogue_free_for_the_next_commit() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> adds = catalogue.adds(2_000);
      catalogue.commit(adds, CommitPlan.DEFAULT, CommitListener.NONE, new Impatient(1_000));

      CommitReport report = catalogue.commit(adds, CommitPlan.DEFAULT);

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.count()).isEqualTo(2_000);
    }
  }
}
