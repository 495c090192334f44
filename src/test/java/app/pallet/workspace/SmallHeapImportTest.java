package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.Pallet;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.work.ChildJava;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are larger than the memory, in processes that have little. */
final class SmallHeapImportTest {

  private static final int HEAP_MEGABYTES = 160;

  /** Rows that nearly fill the part of the heap that an import may have. */
  private static final int ENOUGH = 65_000;

  /** What the command line ends with where the machine can't do it. */
  private static final int ENVIRONMENT = 3;

  /** A third of it has room for the keys of some 350,000 rows. */
  private static final int KEYS_MEGABYTES = 80;

  @TempDir private Path folder;

  @Test
  void aFileThatIsTooLargeIsRefusedInTimeAndOneThatJustFitsIsTaken() throws Exception {
    Path large = file("large.csv", 1_000_000);
    Path fitting = file("fitting.csv", ENOUGH);

    List<String> said =
        run(
            HEAP_MEGABYTES,
            SmallHeapImport.class,
            folder.resolve("c.pallet").toString(),
            large.toString(),
            fitting.toString());

    assertThat(said).hasSize(3);
    assertThat(said.getFirst())
        .contains("ImportTooLargeException: large.csv is too large to be looked at in the window")
        .containsPattern("its first 6\\d,000 rows already take the 5\\d MB that an import may have")
        .endsWith("pallet import large.csv --into CATALOGUE");
    assertThat(said.subList(1, 3)).containsExactly("took " + ENOUGH, "pending " + ENOUGH);
  }

  @Test
  void theCommandLineEndsInTimeWhereNoMoreKeysCanBeRemembered() throws Exception {
    String said = refusal();

    assertThat(said)
        .contains("Stopped: large.csv has too many rows: to tell doubles apart, every SKU")
        .contains("JAVA_TOOL_OPTIONS=-Xmx4g")
        .doesNotContain("\tat ");
    Matcher committed = Pattern.compile("(\\d+),000 rows that were committed").matcher(said);
    assertThat(committed.find()).isTrue();
    assertThat(products()).isEqualTo(Integer.parseInt(committed.group(1)) * 1_000).isPositive();
  }

  @Test
  void rowsThatCannotBeCommittedTogetherAreRefusedInTimeAndNoneIsWritten() throws Exception {
    assertThat(refusal("--transaction", "all"))
        .contains("large.csv is too large to be committed all or nothing", "Nothing was written")
        .doesNotContain("\tat ");
    assertThat(products()).isZero();
  }

  /** What the command line says of a file that is too large. */
  private String refusal(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("import"));
    arguments.add(file("large.csv", 1_000_000).toString());
    arguments.addAll(List.of("--into", folder.resolve("c.pallet").toString()));
    arguments.addAll(List.of(options));
    Process process = start(KEYS_MEGABYTES, Pallet.class, arguments.toArray(String[]::new));
    String report = process.inputReader().lines().collect(Collectors.joining("\n"));
    assertThat(process.waitFor()).isEqualTo(ENVIRONMENT);
    return report + Files.readString(folder.resolve("errors"));
  }

  private int products() {
    Path catalogue = folder.resolve("c.pallet");
    if (Files.notExists(catalogue)) { // an import that comes to nothing leaves none
      return 0;
    }
    try (CatalogueDatabase database =
        CatalogueDatabase.open(catalogue, ConnectionSettings.DEFAULT)) {
      return new RowReader(database).count();
    }
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

  private List<String> run(int megabytes, Class<?> main, String... arguments) throws Exception {
    Process process = start(megabytes, main, arguments);
    List<String> said = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    return said;
  }

  private Process start(int megabytes, Class<?> main, String... arguments) throws IOException {
    return ChildJava.start(
        folder,
        List.of(
            "-Xmx" + megabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED"),
        main,
        arguments);
  }
}
