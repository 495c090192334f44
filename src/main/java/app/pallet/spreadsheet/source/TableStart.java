package app.pallet.spreadsheet.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The beginning of a source: its headings, and the rows under them that were read on the way.
 *
 * @param header the headings, blank for columns that have none; or names for all columns, if the
 *     table has no headings
 * @param rows the first rows of values, in order
 * @param place where the headings stand
 */
public record TableStart(List<String> header, List<TextRow> rows, HeadingPlace place) {

  private static final int LETTERS = 26;
  private static final char MARK = '\uFEFF';

  /** A source that holds nothing. */
  public static final TableStart EMPTY = new TableStart(List.of(), List.of(), HeadingPlace.NONE);

  public TableStart {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** The line that was chosen for the headings can't hold them. */
  public static final class NoSuchRowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    NoSuchRowException(String reason) {
      super(reason);
      this.reason = reason;
    }

    /** Why not, for the user; it goes on after the name of the source. */
    public String reason() {
      return reason;
    }
  }

  /**
   * Takes the first rows of a source: at most about a hundred, or all down to the chosen line. The
   * result is empty if the source holds only blank rows.
   *
   * @throws NoSuchRowException if no row begins at the line that was chosen
   */
  public static Optional<TableStart> take(Iterator<TextRow> rows, SourceOptions options) {
    List<TextRow> above = new ArrayList<>();
    List<TextRow> ahead = new ArrayList<>();
    boolean chosen = options.headerLine().isPresent();
    long line = options.headerLine().orElse(0);
    while (ahead.size() < HeadingSearch.ROWS && rows.hasNext()) {
      TextRow row = rows.next();
      boolean isAbove = chosen && row.line() < line;
      if (!row.isBlank() || !(isAbove || ahead.isEmpty())) {
        (isAbove ? above : ahead).add(row);
      }
    }
    if (chosen && (ahead.isEmpty() || ahead.getFirst().line() != line)) {
      throw new NoSuchRowException(
          "has no row with cells that begins in line %d, where the headings should be"
              .formatted(line));
    }
    return ahead.isEmpty() ? Optional.empty() : Optional.of(of(ahead, above, options.header()));
  }

  private static TableStart of(List<TextRow> rows, List<TextRow> above, HeaderMode mode) {
    List<TextRow> filled = rows.stream().filter(row -> !row.isBlank()).toList();
    HeadingSearch.Beginning beginning =
        switch (mode) {
          case DETECT -> HeadingSearch.of(filled);
          case FIRST_ROW -> new HeadingSearch.Beginning(0, true, false);
          case NONE -> new HeadingSearch.Beginning(0, false, false);
        };
    List<TextRow> allAbove = new ArrayList<>(above);
    allAbove.addAll(filled.subList(0, beginning.index()));
    TextRow first = filled.get(beginning.index());
    List<TextRow> table = rows.subList(rows.indexOf(first), rows.size());
    int width = Math.max(first.cells().size(), width(table));
    if (!beginning.isHeader()) {
      return new TableStart(
          IntStream.range(0, width).mapToObj(TableStart::name).toList(),
          table,
          new HeadingPlace(0, allAbove, beginning.inDoubt()));
    }
    List<String> header = new ArrayList<>(first.cells().stream().map(TableStart::heading).toList());
    header.addAll(Collections.nCopies(width - header.size(), ""));
    return new TableStart(
        header,
        table.subList(1, table.size()),
        new HeadingPlace(first.line(), allAbove, beginning.inDoubt()));
  }

  /** The number of columns that the widest row fills. */
  private static int width(List<TextRow> rows) {
    return rows.stream().mapToInt(TextRow::width).max().orElse(0);
  }

  /** A byte order mark behind blank lines does not belong to a heading. */
  private static String heading(String cell) {
    return FormulaGuard.restore(cell.indexOf(MARK) == 0 ? cell.substring(1) : cell);
  }

  /** What a column without a heading is called, by its place from 0. */
  public static String name(int index) {
    return "Column " + letters(index);
  }

  /** A, B, ... Z, AA, AB as spreadsheets name their columns. */
  private static String letters(int index) {
    String last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
  }
}
