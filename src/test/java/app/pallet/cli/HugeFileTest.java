package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.csv.HugeCsv;
import app.pallet.work.ChildJava;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of more than 2 GB in a process of 256 MB; how long it takes is printed and not asserted.
 * Runs on demand: {@code mvn test -Dgroups=big -DexcludedGroups= -Dtest=HugeFileTest}.
 */
@Tag("big")
final class HugeFileTest {

  @TempDir private Path folder;

  /** Runs {@code pallet} with little memory, and prints what it prints. */
  static final class SmallPallet {

    private static final PrintStream OUT = System.out;

    private SmallPallet() {}

    public static void main(String[] arguments) {
      CommandLineRun pallet = new CommandLineRun();
      int code = pallet.run(arguments);
      OUT.print(pallet.out());
      System.exit(code);
    }
  }

  @Test
  void aDryRunCountsAllRowsOfMoreThanTwoGigabytesAndNamesTheLineOfABadCell() throws Exception {
    HugeCsv huge = HugeCsv.in(folder);

    JsonNode report =
        run(
            "import",
            huge.path().toString(),
            "--into",
            folder.resolve("c.pallet").toString(),
            "--dry-run",
            "--json");

    System.out.printf(
        "%,d rows of %,d bytes: %,d ms%n",
        huge.rows(), Files.size(huge.path()), report.get("milliseconds").asLong());
    assertThat(Files.size(huge.path())).isGreaterThan(1L << 31);
    assertThat(number(report, "rowsRead")).isEqualTo(huge.rows());
    assertThat(
            number(report, "adds")
                + number(report, "edits")
                + number(report, "unchanged")
                + number(report, "rejected")
                + number(report, "folded"))
        .isEqualTo(huge.rows());
    assertThat(number(report, "adds")).isEqualTo(huge.rows());
    assertThat(number(report, "pending")).isEqualTo(huge.rows());
    assertThat(number(report, "problemCount")).isEqualTo(1);
    JsonNode problem = report.get("problems").get(0);
    assertThat(number(problem, "line")).isEqualTo(huge.badLine());
    assertThat(problem.get("value").asString()).isEqualTo("free");
  }

  private static long number(JsonNode report, String name) {
    return report.get(name).asLong();
  }

  private JsonNode run(String... arguments) throws Exception {
    Process process =
        ChildJava.start(
            folder,
            List.of(
                "-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"),
            SmallPallet.class,
            arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    return JsonMapper.builder().build().readTree(said);
  }
}
