package app.pallet.workspace.input;

import app.pallet.change.RowProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The result of a paste or an import. Everything is pending, and nothing is written.
 *
 * @param source the source of the rows
 * @param columns columns that were taken, in the order of the source
 * @param ignored headings of the source that belong to no column
 * @param rows number of rows read
 * @param adds rows that will be added
 * @param edits rows that will be changed
 * @param unchanged rows that equal their product
 * @param problems cells and rows that could not be taken
 * @param leftOut parts that had no place
 */
public record PasteReport(
    String source,
    List<String> columns,
    List<String> ignored,
    int rows,
    int adds,
    int edits,
    int unchanged,
    List<RowProblem> problems,
    LeftOut leftOut) {

  /**
   * Parts of a block that had no place.
   *
   * @param columns columns that hold something and would lie beyond the last one of the table
   * @param rows rows that would go onto rows to be deleted
   * @param cells cells that would go onto cells that can't be changed
   * @param gone rows for new rows that were committed or undone since they were matched
   */
  public record LeftOut(int columns, int rows, long cells, int gone) {

    /** Everything was taken. */
    public static final LeftOut NOTHING = new LeftOut(0, 0, 0, 0);

    LeftOut plus(int moreRows, long moreCells) {
      return new LeftOut(columns, rows + moreRows, cells + moreCells, gone);
    }

    /** What both left out. */
    LeftOut plus(LeftOut other) {
      return new LeftOut(
          columns + other.columns, rows + other.rows, cells + other.cells, gone + other.gone);
    }

    private List<String> sentences() {
      List<String> parts = new ArrayList<>();
      if (columns > 0) {
        parts.add(count(columns, "column") + " beyond the last one");
      }
      if (rows > 0) {
        parts.add(count(rows, "row") + " onto rows that are to be deleted");
      }
      if (cells > 0) {
        parts.add(count(cells, "cell") + " onto cells that can't be changed");
      }
      if (gone > 0) {
        parts.add(count(gone, "row") + " for new rows that were committed or taken back meanwhile");
      }
      return parts;
    }
  }

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
    List<String> left = leftOut.sentences();
    if (!left.isEmpty()) {
      text.append("; left out: ").append(String.join(", ", left));
    }
    return text.toString();
  }

  /** Whether everything was taken without a problem. */
  public boolean isWhole() {
    return problems.isEmpty() && leftOut.equals(LeftOut.NOTHING);
  }

  private static String count(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
