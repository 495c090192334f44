package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What developers measure by {@code src/bench/run}, with few rows. */
final class MeasureCommandTest {

  private final StringWriter printed = new StringWriter();
  private final CommandLine command = MeasureCommand.commandLine();

  private int run(String arguments) {
    command.setOut(new PrintWriter(printed));
    command.setErr(new PrintWriter(printed));
    return command.execute(arguments.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refused --rows 60 --bad 3 --rounds 1 | 60 adds, 3 of them refused",
        "import --rows 20 --long-rows 0 --rounds 1 | 20 rows of 10 cells",
        "import --rows 20 --long-rows 0 --rounds 1 --json | \"rows\" : 20,",
        "search --rows 200 --rounds 1 | 200 products"
      })
  void eachBenchmarkPrintsWhatItMeasured(String arguments, String figures) {
    assertThat(run(arguments)).as(printed.toString()).isZero();
    assertThat(printed.toString()).contains(figures);
  }

  @Test
  void whatCannotBeMeasuredIsWrongUsage() {
    assertThat(run("refused --rows 10 --bad 6")).isEqualTo(ExitCode.USAGE);
    assertThat(printed.toString()).contains("6 of 10 rows can't be bad");
  }

  @Test
  void withoutTheNameOfABenchmarkThereIsUsage() {
    command.setErr(new PrintWriter(printed));
    assertThat(command.execute()).isEqualTo(ExitCode.USAGE);
    assertThat(printed.toString()).contains("import", "scale", "search", "refused");
  }
}
