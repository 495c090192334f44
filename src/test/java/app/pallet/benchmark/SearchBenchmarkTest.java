package app.pallet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search in several ways, side by side. */
class SearchBenchmarkTest {

  @TempDir Path folder;

  @Test
  void everyWordIsSearchedForInEveryWay() throws Exception {
    SearchResult result =
        new SearchBenchmark(2_000, 500, 1, ConnectionSettings.DEFAULT, folder)
            .run(WorkMonitor.NONE);

    assertThat(result.words())
        .filteredOn(word -> word.text().equals("beech"))
        .singleElement()
        .satisfies(word -> {
          assertThat(word.found()).isEqualTo(2_000);
          assertThat(word.trigrams()).isPresent();
        });
    assertThat(result.words())
        .filteredOn(word -> word.text().length() < 3)
        .allSatisfy(word -> assertThat(word.trigrams()).isEmpty());
    assertThat(result.trigrams().megabytes()).isPositive();
    assertThat(result.adds()).hasSize(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aCancelLeavesNothingBehind() {
    SampledMonitor monitor = new SampledMonitor();
    monitor.cancel();

    assertThatThrownBy(() ->
            new SearchBenchmark(2_000, 500, 1, ConnectionSettings.DEFAULT, folder).run(monitor))
        .isInstanceOf(CancellationException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
