package app.pallet.workspace;

import app.pallet.change.RowProblem;
import java.util.List;
import java.util.Locale;

/**
 * What became of pasted or imported rows; all of it is pending, nothing is written.
 *
 * @param source what they came from
 * @param columns headings or columns that were taken, in the source's order
 * @param ignored headings of the source that no column is called
 * @param rows rows read
 * @param adds rows that will be added
 * @param edits rows that will be changed
 * @param unchanged rows that are in the catalogue just so
 * @param problems cells and rows that could not be taken
 */
public record PasteReport(
    String source,
    List<String> columns,
    List<String> ignored,
    int rows,
    int adds,
    int edits,
    int unchanged,
    List<RowProblem> problems) {

  public PasteReport {
    columns = List.copyOf(columns);
    ignored = List.copyOf(ignored);
    problems = List.copyOf(problems);
  }

  /** The report as the user reads it. */
  public String sentence() {
    StringBuilder text = new StringBuilder(source).append(": ").append(count(rows, "row"));
    text.append(", ").append(number(adds)).append(" to add");
    text.append(", ").append(number(edits)).append(" to change");
    if (unchanged > 0) {
      text.append(", ").append(number(unchanged)).append(" unchanged");
    }
    if (!problems.isEmpty()) {
      text.append(", ").append(count(problems.size(), "problem"));
    }
    return text.toString();
  }

  private static String count(int number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
