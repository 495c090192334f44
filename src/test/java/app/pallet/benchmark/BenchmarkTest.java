package app.pallet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.benchmark.BenchmarkResult.Measurement;
import app.pallet.benchmark.BenchmarkResult.Spread;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {

  private static final BenchmarkOptions SMALL =
      new BenchmarkOptions(300, 200, 100, BenchmarkOptions.DEFAULT.settings(), 20, 1, 3);

  @TempDir Path folder;

  private int filesLeft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    }
  }

  @Test
  void every_work_is_measured_in_every_mode_on_the_rows_it_says() throws Exception {
    BenchmarkResult result = new Benchmark(SMALL, folder).run(WorkMonitor.NONE);

    assertThat(result.results())
        .extracting(m -> "%s %s %d".formatted(m.work(), m.mode(), m.rows()))
        .containsExactly(
            "add jdbc-batch 300",
            "add batch 300",
            "add add-all 300",
            "add one-by-one 20",
            "edit jdbc-batch 200",
            "edit batch 200",
            "edit add-all 200",
            "edit one-by-one 20",
            "delete jdbc-batch 200",
            "delete batch 200",
            "delete add-all 200",
            "delete one-by-one 20");
    assertThat(result.journal()).isEqualTo("WAL");
    assertThat(result.synchronous()).isEqualTo("NORMAL");
    assertThat(filesLeft()).isZero();
  }

  @Test
  void the_yardstick_is_one() throws Exception {
    BenchmarkResult result = new Benchmark(SMALL, folder).run(WorkMonitor.NONE);

    assertThat(result.results())
        .filteredOn(m -> m.mode().equals("jdbc-batch"))
        .extracting(Measurement::ratio)
        .containsOnly(new Spread(1, 1, 1));
  }

  @Test
  void a_spread_has_the_smallest_the_middle_and_the_largest_figure() {
    assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(1, 2, 3));
    assertThat(Spread.of(4, 1, 2, 3)).isEqualTo(new Spread(1, 3, 4));
  }

  @Test
  void a_cancel_ends_it_and_leaves_nothing_behind() throws IOException {
    SampledMonitor monitor = new SampledMonitor();
    monitor.cancel();

    assertThatThrownBy(() -> new Benchmark(SMALL, folder).run(monitor))
        .isInstanceOf(CancellationException.class);
    assertThat(filesLeft()).isZero();
  }

  @Test
  void more_edits_than_rows_are_refused() {
    assertThatThrownBy(() -> SMALL.withRows(10, 11)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothing_is_measured_where_nothing_can_be_written() {
    assertThatThrownBy(() -> new Benchmark(SMALL, folder.resolve("missing")).run(WorkMonitor.NONE))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .isNotInstanceOf(SQLException.class);
  }

  @Test
  void finding_refused_rows_is_measured_with_all_of_them_found() throws Exception {
    BisectionResult result = new BisectionBenchmark(SMALL, 7, folder).run(WorkMonitor.NONE);

    assertThat(result.bad()).isEqualTo(7); // which the run itself checks against the report
    assertThat(result.ratio().min()).isPositive();
    assertThat(filesLeft()).isZero();
  }
}
