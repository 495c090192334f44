package app.pallet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.benchmark.ScaleResult.Size;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleBenchmarkTest {

  @TempDir Path folder;

  private ScaleBenchmark benchmark(Integer... sizes) {
    return new ScaleBenchmark(List.of(sizes), 5_000, ConnectionSettings.DEFAULT, folder);
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void every_size_is_measured_on_fresh_catalogues_that_are_deleted() throws Exception {
    ScaleResult result = benchmark(1_000, 4_000).run(WorkMonitor.NONE);
    assertThat(result.sizes()).extracting(Size::rows).containsExactly(1_000, 4_000);
    assertThat(result.sizes()).extracting(Size::rounds).containsExactly(10, 10);
    assertThat(result.leftOut()).isEmpty();
    assertThat(result.sizes())
        .allSatisfy(size -> {
          assertThat(size.adds().ratio()).isPositive();
          assertThat(size.edits().jdbc()).isPositive();
          assertThat(size.spread().jdbc()).isPositive();
          assertThat(size.keysMillis()).isPositive();
          assertThat(size.pageMillis()).isPositive();
        });
    assertThat(result.sizes().getLast().megabytes())
        .isGreaterThan(2 * result.sizes().getFirst().megabytes());
    assertThat(left()).isEmpty();
  }

  @Test
  void a_size_for_which_the_disk_has_no_room_is_left_out_and_named() throws Exception {
    ScaleResult result = benchmark(Integer.MAX_VALUE).run(WorkMonitor.NONE);
    assertThat(result.sizes()).isEmpty();
    assertThat(result.leftOut())
        .singleElement()
        .asString()
        .startsWith("2,147,483,647 rows: would take about 4,294,967 MB");
  }

  @Test
  void a_cancel_ends_it_and_leaves_nothing() throws IOException {
    SampledMonitor monitor = new SampledMonitor();
    monitor.cancel();
    assertThatThrownBy(() -> benchmark(1_000).run(monitor))
        .isInstanceOf(CancellationException.class);
    assertThat(left()).isEmpty();
  }
}
