package app.pallet.spreadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.output.OutputFile;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextSource;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the rows that have problems, to be corrected and imported again. */
class ProblemRowsTest {

  @TempDir private Path folder;

  private static RowProblem problem(long line, String column, String message, String accepted) {
    return new RowProblem(
        new RowOrigin("shop.csv", line), column, "x", message, accepted, Severity.ERROR);
  }

  private Path file() {
    return folder.resolve("problems.csv");
  }

  private String written(TabularSource source, Map<Long, List<RowProblem>> problems)
      throws IOException {
    int rows = ProblemRows.write(OutputFile.at(file()), source, problems, WorkMonitor.NONE);
    String text = Files.readString(file());
    assertThat(text).startsWith("\uFEFF");
    assertThat(text.lines()).hasSize(1 + rows);
    return text.substring(1);
  }

  @Test
  void onlyRowsWithProblemsAreWrittenAndSayWhatIsWrongWhere() throws IOException {
    TabularSource source =
        TextSource.of(
            List.of("SKU", "Name", "Price"),
            List.of("A", "a", "1"),
            List.of("B", "b", "much"),
            List.of("C", "c", "3"),
            List.of("D"));
    assertThat(
            written(
                source,
                Map.of(
                    3L,
                    List.of(
                        problem(3, "price", "Is no number", "an amount"),
                        problem(3, "name", "Looks odd", "")),
                    5L,
                    List.of(problem(5, "", "Is short", "")))))
        .isEqualTo(
            "SKU,Name,Price,Problem\r\n"
                + "B,b,much,\"shop.csv, line 3: price: Is no number; accepted is an amount;"
                + " name: Looks odd\"\r\n"
                + "D,,,\"shop.csv, line 5: Is short\"\r\n");
  }

  @Test
  void aColumnOfEarlierProblemsIsReplaced() throws IOException {
    TabularSource source =
        TextSource.of(List.of("Problem", "SKU"), List.of("old", "A"), List.of("older", "B"));
    RowProblem typed = new RowProblem(RowOrigin.TYPED, "sku", "B", "Bad", "", Severity.ERROR);
    assertThat(written(source, Map.of(3L, List.of(typed))))
        .isEqualTo("SKU,Problem\r\nB,sku: Bad\r\n");
  }

  @Test
  void whatASpreadsheetWouldRunIsGuardedButForNumbers() throws IOException {
    TabularSource source =
        TextSource.of(List.of("SKU", "Price"), List.of("=1+1", "-5.00"), List.of("B", "2"));
    assertThat(written(source, Map.of(2L, List.of(problem(2, "", "Bad", "")))))
        .isEqualTo("SKU,Price,Problem\r\n'=1+1,-5.00,\"shop.csv, line 2: Bad\"\r\n");
  }

  @Test
  void aCancelLeavesNoFileAndIsSeenWithinAThousandRows() {
    List<List<String>> many = Collections.nCopies(5_000, List.of("A"));
    Map<Long, List<RowProblem>> last = Map.of(5_001L, List.of(problem(5_001, "", "Bad", "")));
    SampledMonitor monitor = new SampledMonitor();
    assertThat(
            ProblemRows.write(
                OutputFile.at(file()), TextSource.of(List.of("SKU"), many), last, monitor))
        .isEqualTo(1);
    assertThat(monitor.sample().done()).isEqualTo(5_000);
    assertThat(monitor.sample().task()).isEqualTo("Writing problems.csv");

    Path other = folder.resolve("other.csv");
    monitor.cancel();
    TabularSource source = TextSource.of(List.of("SKU"), many);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> ProblemRows.write(OutputFile.at(other), source, last, monitor));
    assertThat(other).doesNotExist();
  }
}
