package app.pallet.benchmark;

import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Imports a long file from the command line, in a process that has little memory. */
final class LongImport {

  private static final int HEAP_MEGABYTES = 512;

  private LongImport() {}

  /**
   * Imports so many rows into a new catalogue.
   *
   * @throws IllegalStateException if the process failed, with what it said
   */
  static ImportBenchmarkResult.LongImport measure(
      ScratchFolder scratch, int rows, WorkMonitor monitor)
      throws IOException, InterruptedException {
    monitor.begin("Importing %,d rows with %d MB".formatted(rows, HEAP_MEGABYTES), rows);
    Path file = ImportFiles.csv(Path.of(scratch.newFile() + ".csv"), rows);
    Path catalogue = scratch.newFile();
    Path said = Path.of(scratch.newFile() + ".txt");
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command(file, catalogue))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int code = process.waitFor();
    double seconds = (System.nanoTime() - began) / 1e9;
    if (code != 0) {
      throw new IllegalStateException(
          "The import ended with " + code + ": " + Files.readString(said, StandardCharsets.UTF_8));
    }
    try (CatalogueDatabase database =
        CatalogueDatabase.open(catalogue, ConnectionSettings.DEFAULT)) {
      int committed = new RowReader(database).count();
      return new ImportBenchmarkResult.LongImport(rows, HEAP_MEGABYTES, committed, seconds);
    }
  }

  private static List<String> command(Path file, Path catalogue) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx" + HEAP_MEGABYTES + "m",
        "--enable-native-access=ALL-UNNAMED",
        "-classpath",
        System.getProperty("java.class.path"),
        "app.pallet.Pallet",
        "import",
        file.toString(),
        "--into",
        catalogue.toString());
  }
}
