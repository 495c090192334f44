package app.pallet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.benchmark.ImportBenchmarkResult.LongImport;
import app.pallet.benchmark.ImportBenchmarkResult.Measurement;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small benchmark of imports reads every row with every reader and leaves nothing behind. */
final class ImportBenchmarkTest {

  @TempDir private Path folder;

  @Test
  void everyReaderIsComparedWithItsLibrary() throws Exception {
    ImportBenchmarkResult result = new ImportBenchmark(200, 0, 0, 2, folder).run(WorkMonitor.NONE);

    assertThat(result.results())
        .extracting(Measurement::work, Measurement::reader)
        .extracting(Object::toString)
        .containsExactly(
            "(\"csv\", \"library\")",
            "(\"csv\", \"pallet\")",
            "(\"csv\", \"pallet-unsorted\")",
            "(\"xlsx\", \"library\")",
            "(\"xlsx\", \"pallet-source\")",
            "(\"xlsx\", \"pallet\")");
    assertThat(result.results())
        .filteredOn(m -> m.reader().equals("library"))
        .allMatch(m -> m.ratio().max() == 1);
    assertThat(result.longImport()).isNull();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLongFileIsImportedByAProcessOfItsOwn() throws Exception {
    ImportBenchmarkResult result =
        new ImportBenchmark(10, 30_000, 0, 1, folder).run(WorkMonitor.NONE);

    LongImport longImport = Objects.requireNonNull(result.longImport());
    assertThat(longImport.committed()).isEqualTo(30_000);
    assertThat(longImport.heapMegabytes()).isEqualTo(512);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    assertThatThrownBy(() -> new ImportBenchmark(0, 0, 0, 1, folder))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
