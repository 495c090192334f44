package app.pallet.spreadsheet.mapping;

import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Looks at each row of a source as a whole: whether it has more or fewer cells than there are
 * headings, and whether a quote has swallowed the rows behind it. Confined to one thread.
 */
final class RowChecks {

  private final int headings;

  /** Headings up to the last one that is no empty text. */
  private final int filledHeadings;

  private final int columns;
  private final BitSet numeric;
  private final Optional<RowShape> shape;

  /** The places of columns that have no heading and are not mapped. */
  private final BitSet nameless = new BitSet();

  private final BitSet filledNameless = new BitSet();
  private long namelessRows;
  private long firstNamelessLine;
  private long narrowRows;
  private long firstNarrowLine;

  /**
   * Checks of the rows of a source.
   *
   * @param numeric the places of columns that are mapped to numbers
   */
  RowChecks(TabularSource source, ColumnMapping mapping, BitSet numeric) {
    this.headings = source.header().size();
    int filled = headings;
    while (filled > 0 && source.header().get(filled - 1).isBlank()) {
      filled--;
    }
    this.filledHeadings = filled;
    this.columns = mapping.header().size();
    for (int i = 0; i < columns && headings > 0; i++) {
      nameless.set(i, mapping.header().get(i).isBlank() && mapping.target(i).isEmpty());
    }
    this.numeric = numeric;
    this.shape = RowShape.of(source.format(), headings);
  }

  /** Checks the next row and adds what is wrong with it as a whole. */
  void check(TextRow row, RowOrigin origin, List<RowProblem> problems) {
    checkNameless(row, origin, problems);
    checkLines(row, origin, problems);
    noteNarrow(row);
  }

  /** What the rows so far hold in columns that have no heading and are not mapped. */
  NamelessCells nameless() {
    return NamelessCells.of(filledNameless, namelessRows, firstNamelessLine);
  }

  /** The rows so far that have fewer cells than there are headings. */
  NarrowRows narrow() {
    return new NarrowRows(narrowRows, firstNarrowLine);
  }

  /**
   * Notes cells without a heading. In a text file they may mean that a cell with a separator was
   * not quoted. A space behind the separator shows this. Then values may have moved, and the row
   * gets a problem.
   */
  private void checkNameless(TextRow row, RowOrigin origin, List<RowProblem> problems) {
    List<String> cells = row.cells();
    if (headings == 0 || (cells.size() <= columns && nameless.isEmpty())) {
      return;
    }
    boolean found = false;
    for (int i = nameless.nextSetBit(0);
        i >= 0 && i < cells.size();
        i = nameless.nextSetBit(i + 1)) {
      found |= note(i, cells.get(i));
    }
    for (int i = columns; i < cells.size(); i++) {
      found |= note(i, cells.get(i));
    }
    if (!found) {
      return;
    }
    firstNamelessLine = namelessRows == 0 ? row.line() : firstNamelessLine;
    namelessRows++;
    Optional<String> torn = shape.flatMap(its -> its.tornAmount(cells, numeric::get));
    if (torn.isPresent()) {
      problems.add(
          new RowProblem(
              origin,
              "",
              torn.get(),
              "Has more cells than there are headings, as if %s were torn at its comma"
                  .formatted(torn.get()),
              "a row whose cells with separators are quoted",
              Severity.ERROR));
    } else if (shape.isPresent() && cells.stream().skip(1).anyMatch(cell -> cell.startsWith(" "))) {
      problems.add(
          new RowProblem(
              origin,
              "",
              cells.subList(row.width() - 1, row.width()).getFirst(),
              "Has more cells than there are headings; values may have moved",
              "a row whose cells with separators are quoted",
              Severity.WARNING));
    }
  }

  private boolean note(int place, String cell) {
    boolean filled = !cell.isBlank();
    if (filled) {
      filledNameless.set(place);
    }
    return filled;
  }

  /** A row of a text with fewer cells than headings; nothing is read for the cells it lacks. */
  private void noteNarrow(TextRow row) {
    if (shape.isPresent() && row.cells().size() < filledHeadings) {
      firstNarrowLine = narrowRows == 0 ? row.line() : firstNarrowLine;
      narrowRows++;
    }
  }

  /** A quote that is closed some rows further down has swallowed the rows between. */
  private void checkLines(TextRow row, RowOrigin origin, List<RowProblem> problems) {
    int lines = shape.map(its -> its.swallowedLines(row.cells())).orElse(0);
    if (lines > 0) {
      problems.add(
          new RowProblem(
              origin,
              "",
              row.cells().getFirst(),
              "A quote in this row is closed %d lines further down, and the rows between are in it"
                  .formatted(lines - 1),
              "quotes that enclose a cell, or are doubled inside it",
              Severity.ERROR));
    }
  }
}
