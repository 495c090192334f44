package app.pallet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.benchmark.DraftBenchmarkResult.Measurement;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small benchmark of drafts restores all it wrote and leaves nothing behind. */
final class DraftBenchmarkTest {

  @TempDir private Path folder;

  @Test
  void everyKindOfWorkIsMeasured() throws Exception {
    DraftBenchmarkResult result = new DraftBenchmark(50, 0, 2, folder).run(WorkMonitor.NONE);

    assertThat(result.results())
        .extracting(Measurement::work)
        .containsExactly("edit", "fill", "prepare", "record", "restore");
    assertThat(result.of("edit").times()).isEqualTo(100);
    assertThat(result.of("restore").millis().min()).isPositive();
    assertThat(result.bytes()).isPositive();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    assertThatThrownBy(() -> new DraftBenchmark(0, 0, 1, folder))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
