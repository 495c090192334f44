package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.work.ChildJava;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import window and a file that is larger than its memory, in a process that has little. */
final class SmallHeapImportTest {

  private static final int HEAP_MEGABYTES = 160;

  /** Rows that nearly fill the part of the heap that an import may have. */
  private static final int ENOUGH = 65_000;

  @TempDir private Path folder;

  @Test
  void aFileThatIsTooLargeIsRefusedInTimeAndOneThatJustFitsIsTaken() throws Exception {
    Path large = file("large.csv", 1_000_000);
    Path fitting = file("fitting.csv", ENOUGH);

    List<String> said = run(folder.resolve("c.pallet"), large, fitting);

    assertThat(said).hasSize(3);
    assertThat(said.getFirst())
        .contains("ImportTooLargeException: large.csv is too large to be looked at in the window")
        .containsPattern("its first 6\\d,000 rows already take the 5\\d MB that an import may have")
        .endsWith("pallet import large.csv --into CATALOGUE");
    assertThat(said.subList(1, 3)).containsExactly("took " + ENOUGH, "pending " + ENOUGH);
  }

  private Path file(String name, int rows) throws IOException {
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("SKU,Name,Price\n");
      for (int i = 0; i < rows; i++) {
        out.write("B-%07d,Folding rule edition %07d,%d.50\n".formatted(i, i, i % 900));
      }
    }
    return file;
  }

  private List<String> run(Path catalogue, Path... files) throws Exception {
    Process process =
        ChildJava.start(
            folder,
            List.of(
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"),
            SmallHeapImport.class,
            catalogue.toString(),
            files[0].toString(),
            files[1].toString());
    List<String> said = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    return said;
  }
}
