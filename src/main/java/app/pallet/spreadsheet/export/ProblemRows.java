package app.pallet.spreadsheet.export;

import app.pallet.change.RowProblem;
import app.pallet.output.OutputFile;
import app.pallet.spreadsheet.source.FormulaGuard;
import app.pallet.spreadsheet.source.HeaderRow;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.work.WorkMonitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes the rows of a source that have problems into a CSV file, so that they can be corrected and
 * imported again. The file has the same columns, and one more that says what is wrong and from
 * which line of which file the row comes. Cells are written as they were read. Those that a
 * spreadsheet would run as formulas are guarded. The file is UTF-8 with a byte order mark, so that
 * Excel reads it correctly. Stateless, for any thread.
 */
public final class ProblemRows {

  /** The heading of the column that says what is wrong. Imports leave it out. */
  public static final String HEADING = "Problem";

  private static final int CHECK_EVERY = 1_000;

  private ProblemRows() {}

  /**
   * Writes a file, and replaces an existing one.
   *
   * @param source the source, which is read to its end; a column that already has the heading is
   *     not repeated
   * @param problems the problems of each line, with the names of catalogue columns
   * @return number of rows written
   * @throws app.pallet.output.RefusedOutputException if nothing may be written there
   * @throws SpreadsheetException if the file can't be written; what was there before is untouched
   * @throws CancellationException if the monitor says so; likewise
   */
  public static int write(
      OutputFile output,
      TabularSource source,
      Map<Long, List<RowProblem>> problems,
      WorkMonitor monitor) {
    monitor.begin("Writing " + output.path().getFileName(), WorkMonitor.UNKNOWN);
    AtomicInteger written = new AtomicInteger();
    CsvTable.writeAsIs(output, table -> written.set(writeRows(table, source, problems, monitor)));
    return written.get();
  }

  private static int writeRows(
      Consumer<List<String>> table,
      TabularSource source,
      Map<Long, List<RowProblem>> problems,
      WorkMonitor monitor) {
    int old = source.header().indexOf(HEADING);
    int width = source.header().size();
    table.accept(cells(safe(source.header()), old, HEADING));
    int written = 0;
    for (long read = 1; source.hasNext() && written < problems.size(); read++) {
      TextRow row = source.next();
      List<RowProblem> wrong = problems.getOrDefault(row.line(), List.of());
      if (!wrong.isEmpty()) { // the reason stands behind all headings, also of short rows
        table.accept(cells(safe(row.padded(width).cells()), old, safe(reasons(wrong))));
        written++;
      }
      if (read % CHECK_EVERY == 0) {
        monitor.step(CHECK_EVERY);
      }
    }
    return written;
  }

  /** A negative number stays as it is. Any other text that a spreadsheet would run is guarded. */
  private static List<String> safe(List<String> cells) {
    return cells.stream().map(ProblemRows::safe).toList();
  }

  private static String safe(String cell) {
    return HeaderRow.isNumber(cell) ? cell : FormulaGuard.protect(cell);
  }

  private static List<String> cells(List<String> cells, int old, String last) {
    List<String> all = new ArrayList<>(cells);
    if (old >= 0) {
      all.remove(old);
    }
    all.add(last);
    return all;
  }

  /** Says once where the row comes from, and then everything that is wrong with it. */
  private static String reasons(List<RowProblem> problems) {
    Map<String, String> byPlace =
        problems.stream()
            .collect(
                Collectors.groupingBy(
                    problem -> problem.origin().place(),
                    LinkedHashMap::new,
                    Collectors.mapping(ProblemRows::reason, Collectors.joining("; "))));
    return byPlace.entrySet().stream()
        .map(each ->
            each.getKey().isEmpty()
                ? each.getValue()
                : String.join(": ", each.getKey(), each.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String reason(RowProblem problem) {
    return problem.column().isEmpty()
        ? problem.sentence()
        : problem.column() + ": " + problem.sentence();
  }
}
