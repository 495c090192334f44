package app.pallet.commit.comparison;

import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.writing.TestCatalogue;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModeComparisonTest {

  private static final Instant NOW = Instant.parse("2026-11-22T14:02:31Z");

  private static final Duration SOON = Duration.ofMinutes(5);

  @TempDir Path folder;

  /** 20 edits, 10 deletes and 90 adds. */
  private static List<RowChange> pending(TestCatalogue catalogue) {
    List<RowChange> changes = new ArrayList<>();
    List<Row> rows = catalogue.filledWith(30);
    rows.subList(0, 20).forEach(row -> changes.add(catalogue.edit(row, QUANTITY, 5L)));
    rows.subList(20, 30).forEach(row -> changes.add(catalogue.delete(row)));
    changes.addAll(catalogue.adds("B", 90));
    return changes;
  }

  private static ModeComparison comparison(TestCatalogue catalogue, List<RowChange> rows) {
    return comparison(catalogue, rows, CommitPlan.DEFAULT, SOON);
  }

  private static ModeComparison comparison(
      TestCatalogue catalogue, List<RowChange> rows, CommitPlan plan, Duration sizesTime) {
    return new ModeComparison(
        catalogue.database(),
        rows,
        plan,
        new ComparisonLimits(100, 12, 1_000, sizesTime),
        () -> NOW);
  }

  private List<String> filesBeside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void each_mode_is_measured_on_as_many_rows_as_it_says() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      ComparisonResult result = comparison(catalogue, pending(catalogue)).run(WorkMonitor.NONE);

      assertThat(result.pending()).isEqualTo(120);
      assertThat(result.rates())
          .extracting(MeasuredRate::mode, MeasuredRate::rows, MeasuredRate::measuredAt)
          .containsExactly(
              tuple(CommitMode.BATCH, 100, NOW),
              tuple(CommitMode.ADD_ALL, 100, NOW),
              tuple(CommitMode.ONE_BY_ONE, 12, NOW));
      assertThat(result.rates()).allSatisfy(rate -> assertThat(rate.nanos()).isPositive());
    }
  }

  @Test
  void the_catalogue_is_left_as_it_was() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> changes = pending(catalogue);
      List<Row> before = catalogue.rows();

      comparison(catalogue, changes).run(WorkMonitor.NONE);

      assertThat(catalogue.rows()).isEqualTo(before);
    }
  }

  @Test
  void nothing_is_compared_where_nothing_is_pending() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      assertThatThrownBy(() -> comparison(catalogue, List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Nothing is pending that could be compared");
    }
  }

  /** Looks into the scratch folder whenever it is told or asked something. */
  private abstract class Watcher implements WorkMonitor {

    final List<String> said = new ArrayList<>();
    boolean cancelled;

    abstract void look(List<Path> copies) throws IOException;

    @Override
    public void begin(String task, long total) {
      said.add(task);
    }

    @Override
    public void message(String text) {
      said.add(text);
    }

    @Override
    public boolean isCancelled() {
      try (Stream<Path> files = Files.walk(folder, 2)) {
        look(
            files
                .filter(file -> folder.relativize(file).getNameCount() == 2)
                .filter(file -> file.toString().endsWith(".pallet"))
                .toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return cancelled;
    }
  }

  @Test
  void each_mode_is_told_and_has_a_copy_of_its_own_which_is_gone_afterwards() throws IOException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Integer> copies = new ArrayList<>();
      Watcher watcher =
          new Watcher() {
            @Override
            void look(List<Path> files) {
              copies.add(files.size());
            }
          };
      List<RowChange> changes = pending(catalogue);
      List<String> before = filesBeside();

      comparison(catalogue, changes).run(watcher);

      assertThat(watcher.said)
          .containsExactly(
              "Copying the catalogue",
              "Comparing modes",
              "batch",
              "add all",
              "one by one",
              "batch",
              "add all",
              "one by one");
      assertThat(copies).as("the first copy, and the one that is written to").containsOnly(2);
      assertThat(filesBeside()).isEqualTo(before);
    }
  }

  @Test
  void a_cancel_is_heard_while_rows_are_written_and_leaves_no_copy() throws IOException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      Watcher watcher =
          new Watcher() {
            @Override
            void look(List<Path> files) {
              cancelled = said.contains("add all");
            }
          };
      List<RowChange> changes = pending(catalogue);
      List<String> before = filesBeside();

      assertThatThrownBy(() -> comparison(catalogue, changes).run(watcher))
          .isInstanceOf(CancellationException.class)
          .hasMessage("The comparison was cancelled");
      assertThat(watcher.said).endsWith("batch", "add all");
      assertThat(filesBeside()).isEqualTo(before);
    }
  }

  @Test
  void there_is_nothing_to_compare_where_a_copy_can_not_be_written() throws IOException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      Watcher watcher =
          new Watcher() {
            @Override
            void look(List<Path> files) throws IOException {
              for (Path file : files) {
                Files.delete(file);
              }
            }
          };
      List<RowChange> changes = pending(catalogue);
      List<String> before = filesBeside();

      assertThatThrownBy(() -> comparison(catalogue, changes).run(watcher))
          .isInstanceOf(CommitStoppedException.class)
          .hasMessageEndingWith("was deleted or moved since it was opened; put it back to go on");
      assertThat(filesBeside()).isEqualTo(before);
    }
  }

  @Test
  void progress_ends_at_its_total() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      SampledMonitor monitor = new SampledMonitor();

      comparison(catalogue, pending(catalogue)).run(monitor);

      assertThat(monitor.sample().total()).isEqualTo(3 * 120 + 100 + 100 + 12);
      assertThat(monitor.sample().done()).isEqualTo(monitor.sample().total());
    }
  }

  @Test
  void batch_sizes_of_which_two_batches_are_pending_are_tried_on_as_many_rows_each() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> adds = catalogue.adds("C", 1_500);
      SampledMonitor monitor = new SampledMonitor();

      ComparisonResult result = comparison(catalogue, adds).run(monitor);

      assertThat(result.sizes().rates())
          .extracting(BatchSizes.Rate::batchSize, BatchSizes.Rate::rows)
          .containsExactly(tuple(100, 1_000), tuple(500, 1_000));
      assertThat(result.sizes().suggested()).isPresent();
      assertThat(monitor.sample().done()).isEqualTo(monitor.sample().total());
      assertThat(catalogue.rows()).isEmpty();
    }
  }

  @Test
  void no_batch_size_is_tried_once_the_time_is_over() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> adds = catalogue.adds("C", 1_500);
      ComparisonResult result =
          comparison(catalogue, adds, CommitPlan.DEFAULT, Duration.ZERO).run(WorkMonitor.NONE);
      assertThat(result.sizes()).isEqualTo(BatchSizes.NONE);
    }
  }

  @Test
  void batch_sizes_make_no_difference_where_all_is_one_transaction() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> adds = catalogue.adds("C", 1_500);
      CommitPlan whole = new CommitPlan(CommitMode.BATCH, 100, TransactionScope.ALL_OR_NOTHING);
      ComparisonResult result = comparison(catalogue, adds, whole, SOON).run(WorkMonitor.NONE);
      assertThat(result.sizes()).isEqualTo(BatchSizes.NONE);
    }
  }

  @Test
  void the_last_word_is_how_many_times_as_fast_a_mode_is() {
    ComparisonResult result =
        new ComparisonResult(
            1_000,
            CommitPlan.DEFAULT,
            List.of(rate(CommitMode.BATCH, 1_000, 10), rate(CommitMode.ONE_BY_ONE, 100, 50)),
            BatchSizes.NONE);

    assertThat(result.timesOneByOne(CommitMode.BATCH)).isEqualTo(50.0);
  }

  @Test
  void a_rate_is_of_one_row_and_of_some_time_at_least() {
    ConnectionSettings settings = ConnectionSettings.DEFAULT;
    assertThat(new MeasuredRate(CommitMode.BATCH, 1, 1, settings, NOW).rowsPerSecond())
        .isPositive();
    assertThatThrownBy(() -> new MeasuredRate(CommitMode.BATCH, 0, 1, settings, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MeasuredRate(CommitMode.BATCH, 1, 0, settings, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_rate_is_rows_a_second() {
    assertThat(rate(CommitMode.BATCH, 500, 250).rowsPerSecond()).isEqualTo(2_000);
    assertThat(new BatchSizes.Rate(100, 500, 250_000_000).rowsPerSecond()).isEqualTo(2_000);
  }

  @Test
  void one_row_of_each_can_be_compared_and_none_can_not() {
    assertThat(new ComparisonLimits(1, 1, 1, SOON).of(CommitMode.ONE_BY_ONE)).isEqualTo(1);
    for (int none = 0; none < 3; none++) {
      int[] rows = {1, 1, 1};
      rows[none] = 0;
      assertThatThrownBy(() -> new ComparisonLimits(rows[0], rows[1], rows[2], SOON))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static MeasuredRate rate(CommitMode mode, int rows, long milliseconds) {
    return new MeasuredRate(mode, rows, milliseconds * 1_000_000, ConnectionSettings.DEFAULT, NOW);
  }
}
