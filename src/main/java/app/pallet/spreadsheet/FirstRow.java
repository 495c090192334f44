package app.pallet.spreadsheet;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first row of a file that isn't blank, as headings or as the first values.
 *
 * @param header the headings: the row itself, or names for as many columns as it has
 * @param values the row, if it holds values
 */
record FirstRow(List<String> header, Optional<TextRow> values) {

  private static final int LETTERS = 26;
  private static final char MARK = '\uFEFF';

  /** Takes the first row; empty if there is none but blank ones. */
  static Optional<FirstRow> take(Iterator<TextRow> rows, HeaderMode mode) {
    while (rows.hasNext()) {
      TextRow row = rows.next();
      if (!row.isBlank()) {
        return Optional.of(of(row, mode));
      }
    }
    return Optional.empty();
  }

  private static FirstRow of(TextRow row, HeaderMode mode) {
    boolean isHeader =
        switch (mode) {
          case DETECT -> HeaderRow.isHeader(row);
          case FIRST_ROW -> true;
          case NONE -> false;
        };
    return isHeader
        ? new FirstRow(row.cells().stream().map(FirstRow::heading).toList(), Optional.empty())
        : new FirstRow(names(row.cells().size()), Optional.of(row));
  }

  /** A byte order mark behind blank lines is no part of a heading. */
  private static String heading(String cell) {
    return FormulaGuard.restore(cell.indexOf(MARK) == 0 ? cell.substring(1) : cell);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(FirstRow::name).toList();
  }

  /** What a column without a heading is called, by its place from 0. */
  static String name(int index) {
    return "Column " + letters(index);
  }

  /** A, B, ... Z, AA, AB as spreadsheets name their columns. */
  private static String letters(int index) {
    String last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
  }

  boolean isHeader() {
    return values.isEmpty();
  }
}
