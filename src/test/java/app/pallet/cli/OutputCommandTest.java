package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands write never takes the place of a catalogue or of what they read. */
final class OutputCommandTest {

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  private Path catalogue;
  private Path source;

  @BeforeEach
  void importProducts() throws IOException {
    catalogue = folder.resolve("shop.pallet");
    source = folder.resolve("products.csv");
    Files.writeString(source, "sku,name,price\nA,Mug,4\nB,Bowl,free\n");
    pallet.run("import", source.toString(), "--into", catalogue.toString());
  }

  private void refuses(Path spared, String... arguments) throws IOException {
    byte[] before = Files.readAllBytes(spared);
    assertThat(pallet.run(arguments)).isEqualTo(2);
    assertThat(pallet.err()).contains("is not written");
    assertThat(Files.readAllBytes(spared)).isEqualTo(before);
  }

  @Test
  void anExportOntoTheCatalogueIsRefused() throws IOException {
    refuses(catalogue, "export", catalogue.toString(), catalogue.toString());
  }

  @Test
  void anExportOntoAnotherNameOfTheCatalogueIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), catalogue);
    refuses(catalogue, "export", catalogue.toString(), link.toString());
    Path twin = Files.createLink(folder.resolve("twin.csv"), catalogue);
    refuses(catalogue, "export", catalogue.toString(), twin.toString());
  }

  @Test
  void anExportOntoAnotherCatalogueIsRefused() throws IOException {
    Path other = Files.copy(catalogue, folder.resolve("other.csv"));
    refuses(other, "export", catalogue.toString(), other.toString());
  }

  @Test
  void aHistoryOntoTheCatalogueIsRefused() throws IOException {
    refuses(catalogue, "history", "export", catalogue.toString(), "last", catalogue.toString());
  }

  @Test
  void problemRowsOntoTheCatalogueAreRefusedBeforeAnythingIsCommitted() throws IOException {
    Files.writeString(source, "sku,name,price\nC,Jug,4\nD,Bowl,free\n");
    refuses(
        catalogue,
        "import",
        source.toString(),
        "--into",
        catalogue.toString(),
        "--errors",
        catalogue.toString());
  }

  @Test
  void problemRowsOntoTheSourceAreRefusedAlsoInADryRun() throws IOException {
    refuses(
        source,
        "import",
        source.toString(),
        "--into",
        catalogue.toString(),
        "--dry-run",
        "--errors",
        source.toString());
  }

  @Test
  void aDryRunWithProblemsSaysSo() {
    assertThat(pallet.run("import", source.toString(), "--into", catalogue.toString(), "--dry-run"))
        .isEqualTo(1);
  }

  @Test
  void aWordThatIsNoCommandIsRefused() {
    assertThat(pallet.run("nonsense")).isEqualTo(2);
    assertThat(pallet.err()).contains("'nonsense' is neither a command nor a catalogue");
  }

  @Test
  void anEmptyTokenIsNoCommit() {
    assertThat(pallet.run("history", "undo", catalogue.toString(), "")).isEqualTo(2);
    assertThat(pallet.run("history", "undo", catalogue.toString(), "abc")).isEqualTo(2);
    assertThat(pallet.run("history", "undo", catalogue.toString(), "last", "--dry-run")).isZero();
  }

  @Test
  void whatIsSavedOfADamagedCatalogueNeverGoesWhereSqliteKeepsItsLogs() throws IOException {
    for (String ending : new String[] {"-wal", "-shm", "-journal"}) {
      Path target = folder.resolve("shop.pallet" + ending);
      refuses(catalogue, "check", catalogue.toString(), "--salvage", target.toString());
      assertThat(target).doesNotExist();
    }
    refuses(catalogue, "check", catalogue.toString(), "--salvage", catalogue.toString());
  }

  /** What a process of its own prints to standard output, started in the test's folder. */
  private String printed(String... arguments) throws Exception {
    return printedWith(ExitCode.DONE, arguments);
  }

  private String printedWith(int code, String... arguments) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.home=" + folder));
    line.addAll(List.of("-cp", classPath(), "app.pallet.Pallet"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.redirectError(folder.resolve("err.txt").toFile());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("err.txt"))).isEqualTo(code);
    return out;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void aDashIsStandardOutput() throws Exception {
    assertThat(printed("export", "shop.pallet", "-", "--columns", "sku,name"))
        .isEqualToNormalizingNewlines("sku,name\nA,Mug\n");
    assertThat(folder.resolve("-")).doesNotExist();
    assertThat(folder.resolve("err.txt")).content().contains("1 row written to standard output");

    assertThat(printed("history", "export", "shop.pallet", "last", "-"))
        .contains("Change,Id,Product,Column,Before,After", "add,1,A,name,,Mug");
    assertThat(folder.resolve("-")).doesNotExist();
  }

  @Test
  void aFileThatIsCalledADashIsWrittenByItsPath() {
    Path dash = folder.resolve("-");
    assertThat(pallet.run("export", catalogue.toString(), dash.toString())).isZero();
    assertThat(dash).isRegularFile();
  }

  @Test
  void rowsWithProblemsOnStandardOutputStandThereAlone() throws Exception {
    Files.writeString(source, "sku,name,price\nC,Jug,free\n");
    assertThat(printedWith(1, "import", "products.csv", "--into", "shop.pallet", "--errors", "-"))
        .contains("sku,name,price,Problem", "C,Jug,free")
        .doesNotContain("rows read");
    assertThat(folder.resolve("err.txt")).content().contains("1 rows read");
  }
}
