package app.pallet.spreadsheet.source;

import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.ProductSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds where the table of a source begins. Mostly it begins in the first row. It may also begin
 * below a title, the name of a shop, dates, notes or comments, which have fewer cells than the
 * headings, or are a comment, or a sentence that was cut at its commas. Headings that product files
 * have are certain. Others are recognised by the numbers below them and stay in doubt.
 */
public final class HeadingSearch {

  /** Rows that are looked at. */
  static final int ROWS = 100;

  private static final int ENOUGH = 3;
  private static final List<String> COMMENTS = List.of("#", "//", "--", "/*", "*");

  private final ColumnHeadings known = new ColumnHeadings(ProductSchema.create().columns());
  private final List<TextRow> rows;

  private HeadingSearch(List<TextRow> rows) {
    this.rows = rows;
  }

  /**
   * Where a table begins.
   *
   * @param index the place of its first row among the rows that were looked at
   * @param isHeader whether that row holds the headings
   * @param inDoubt whether only the shape of the table shows it
   */
  public record Beginning(int index, boolean isHeader, boolean inDoubt) {}

  /**
   * Where the table begins.
   *
   * @param rows the first rows of the source, at least one, none of them blank
   */
  public static Beginning of(List<TextRow> rows) {
    return new HeadingSearch(rows).find();
  }

  private Beginning find() {
    TextRow first = rows.getFirst();
    boolean isHeader = HeaderRow.isHeader(first);
    if (isHeader && isSurelyFirst(first)) {
      return new Beginning(0, true, false);
    }
    int sure = knownHeadings();
    if (sure > 0) {
      return new Beginning(sure, true, false);
    }
    if (filled(first) == 1 && (known(first) == 1 || HeaderRow.isNumber(text(first)))) {
      return new Beginning(0, isHeader, false);
    }
    int likely = likelyHeadings();
    if (likely > 0) {
      return new Beginning(likely, true, true);
    }
    int values = valuesBelowTitle();
    return values > 0 ? new Beginning(values, false, true) : new Beginning(0, isHeader, false);
  }

  /**
   * Whether the first row holds headings for certain, so that the rows below need not be looked at.
   */
  private boolean isSurelyFirst(TextRow first) {
    int known = known(first);
    return !isComment(first) && known > 1 && (known >= ENOUGH || known == filled(first));
  }

  /** The first row with the most known headings, or 0. */
  private int knownHeadings() {
    int best = 0;
    int most = known(rows.getFirst());
    for (int i = 1; i < rows.size(); i++) {
      TextRow row = rows.get(i);
      int known = known(row);
      if (known > Math.max(1, most)
          && (known >= ENOUGH || known * 2 >= filled(row))
          && HeaderRow.isHeader(row)
          && (areAside(i) || (known == filled(row) && isApart(i - 1)))) {
        best = i;
        most = known;
      }
    }
    return best;
  }

  /** Whether no row above the headings belongs to their table. */
  private boolean areAside(int heading) {
    int cells = filled(rows.get(heading));
    return rows.subList(0, heading).stream()
        .allMatch(row -> filled(row) < cells || isComment(row) || isSentence(row));
  }

  /**
   * The first row below titles that may hold headings, if there are numbers below one of them; else
   * 0.
   */
  private int likelyHeadings() {
    int index = firstBelowTitles();
    if (index == 0) {
      return 0;
    }
    TextRow row = rows.get(index);
    List<String> cells = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    Set<String> distinct = new HashSet<>(cells);
    boolean words =
        HeaderRow.isHeader(row)
            && distinct.size() == cells.size()
            && cells.stream().allMatch(HeadingSearch::hasLetter);
    List<TextRow> below = rows.subList(index + 1, rows.size());
    return words
            && fits(below, filled(row))
            && IntStream.range(0, row.cells().size())
                .anyMatch(place -> !row.cell(place).isBlank() && isNumeric(below, place))
        ? index
        : 0;
  }

  /** The first row of a table that has a title but no headings, or 0. */
  private int valuesBelowTitle() {
    int index = firstBelowTitles();
    int cells = filled(rows.get(index));
    boolean values =
        cells >= ENOUGH
            && !HeaderRow.isHeader(rows.get(index))
            && fits(rows.subList(index + 1, rows.size()), cells);
    return values ? index : 0;
  }

  /** The first row that is as wide as the table, below rows of one or two cells; or 0. */
  private int firstBelowTitles() {
    int index = 0;
    while (index < rows.size()
        && (isComment(rows.get(index)) || filled(rows.get(index)) == 1 || isLabel(index))) {
      index++;
    }
    if (index == 0) {
      return 0;
    }
    while (index < rows.size()
        && filled(rows.get(index)) <= 2
        && rows.subList(index, rows.size()).stream().anyMatch(row -> filled(row) > ENOUGH)) {
      index++; // such as "Created: | 2026-03-01"
    }
    return index < rows.size() ? index : 0;
  }

  /** Whether a row is a label above a wider table, such as "As of | 2026-03-01". */
  private boolean isLabel(int index) {
    TextRow row = rows.get(index);
    List<TextRow> below = rows.subList(index + 1, rows.size());
    return filled(row) == 2
        && (text(row).strip().endsWith(":") || isApart(index))
        && below.stream().filter(next -> filled(next) > 2).count() * 2 > below.size();
  }

  /** Whether blank rows follow a row. */
  private boolean isApart(int index) {
    return index + 1 < rows.size() && rows.get(index + 1).line() > rows.get(index).line() + 1;
  }

  /** Whether most rows have more than one cell, and few have more cells than the headings. */
  private static boolean fits(List<TextRow> below, int cells) {
    long narrow = below.stream().filter(row -> filled(row) < 2).count();
    long wide = below.stream().filter(row -> filled(row) > cells).count();
    return !below.isEmpty() && narrow * 2 <= below.size() && wide * 10 <= below.size();
  }

  private static boolean isNumeric(List<TextRow> rows, int place) {
    List<String> cells =
        rows.stream().map(row -> row.cell(place)).filter(cell -> !cell.isBlank()).toList();
    return cells.size() * 2 >= rows.size() && cells.stream().allMatch(HeaderRow::isNumber);
  }

  private int known(TextRow row) {
    return (int)
        row.cells().stream()
            .filter(cell -> !cell.isBlank() && known.find(cell).isPresent())
            .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
            .distinct()
            .count();
  }

  /**
   * Whether a sign makes a row a comment. A "#" alone heads a column of numbers, and signs in
   * several cells mark columns that are required.
   */
  private boolean isComment(TextRow row) {
    String text = text(row).strip();
    return COMMENTS.stream().anyMatch(text::startsWith)
        && !text.equals("#")
        && row.cells().stream()
                .filter(cell -> cell.strip().startsWith(text.substring(0, 1)))
                .count()
            == 1
        && known(row) * 2 < filled(row);
  }

  /** Whether a row is a sentence that was cut at its commas: a space follows each of them. */
  private boolean isSentence(TextRow row) {
    return known(row) == 0
        && row.cells().stream().skip(1).allMatch(cell -> cell.isEmpty() || cell.startsWith(" "));
  }

  private static boolean hasLetter(String cell) {
    return cell.codePoints().anyMatch(Character::isLetter);
  }

  /** The first cell that isn't blank. */
  private static String text(TextRow row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
  }

  private static int filled(TextRow row) {
    return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }
}
