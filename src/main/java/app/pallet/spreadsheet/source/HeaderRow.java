package app.pallet.spreadsheet.source;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells whether the first row of a pasted block or a file holds headings or values. */
public final class HeaderRow {

  private static final Column NUMBER = Column.builder("number", ColumnType.DECIMAL).build();
  private static final Column DATE = Column.builder("date", ColumnType.DATE).build();

  /** A row of values does not contain this many headings of one table by chance. */
  private static final int ENOUGH = 3;

  /** If a row has this many known headings, a number in it may be a heading too. */
  private static final int FEWEST_BESIDE_NUMBERS = 2;

  private static final int BARE_DIGITS = 4;

  /** Rows below the first one that are needed to tell what it is. */
  private static final int FEWEST_ROWS = 2;

  private static final int MOST_ROWS = 100;

  private static final int FEWEST_LETTERS = 3;

  private HeaderRow() {}

  /**
   * Whether the first of at least two rows holds headings. At least half of its cells, or three of
   * them, are headings of the table's columns. None of the others is a number, unless it is a bare
   * one such as a year.
   *
   * @param knownBesides other headings that are known
   */
  public static boolean isHeader(
      List<String> firstRow, TableSchema schema, Set<String> knownBesides) {
    List<String> cells = firstRow.stream().filter(cell -> !cell.isBlank()).toList();
    List<String> words = cells.stream().filter(cell -> !isBareNumber(cell)).toList();
    if (words.isEmpty() || words.stream().anyMatch(HeaderRow::isNumber)) {
      return false;
    }
    long known = known(words, schema) + words.stream().filter(knownBesides::contains).count();
    long enough = words.size() == cells.size() ? 1 : FEWEST_BESIDE_NUMBERS;
    return known >= ENOUGH || (known >= enough && known * 2 >= words.size());
  }

  /**
   * Whether the rows below the first one show that it holds headings, even unknown ones: its cells
   * are different words, and below one of them there are only numbers.
   */
  public static boolean isLikelyHeader(List<TextRow> rows) {
    if (rows.size() <= FEWEST_ROWS) {
      return false;
    }
    TextRow first = rows.getFirst();
    List<String> cells = first.cells();
    return cells.size() > 1
        && first.numbers().isEmpty()
        && cells.stream().allMatch(HeaderRow::isWord)
        && cells.stream().distinct().count() == cells.size()
        && IntStream.range(0, cells.size()).anyMatch(column -> isNumberBelow(rows, column));
  }

  /** Whether a cell can name a column, unlike "n/a" in the place of a number. */
  private static boolean isWord(String cell) {
    return !isNumber(cell)
        && !isDate(cell)
        && cell.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
  }

  private static boolean isNumberBelow(List<TextRow> rows, int column) {
    return rows.stream().skip(1).limit(MOST_ROWS).allMatch(row -> isNumber(row.cell(column)));
  }

  /**
   * Whether the first row of any file holds headings: none of its cells is a number, an amount or a
   * date. A few bare digits such as a year are allowed if at least half of the other cells are
   * headings of product files. In doubt, the row holds headings.
   */
  static boolean isHeader(TextRow firstRow) {
    List<String> values =
        firstRow.cells().stream().filter(cell -> isNumber(cell) || isDate(cell)).toList();
    if (values.isEmpty()) {
      return true;
    }
    List<String> words =
        firstRow.cells().stream()
            .filter(cell -> !cell.isBlank() && !values.contains(cell))
            .toList();
    long known = known(words, ProductSchema.create());
    return values.stream().allMatch(HeaderRow::isBareNumber)
        && known >= FEWEST_BESIDE_NUMBERS
        && known * 2 >= words.size();
  }

  private static long known(List<String> cells, TableSchema schema) {
    ColumnHeadings headings = new ColumnHeadings(schema.columns());
    return cells.stream().filter(cell -> headings.find(cell).isPresent()).count();
  }

  /** Whether a cell can be a heading beside others, as a year or the number of a shop can. */
  private static boolean isBareNumber(String cell) {
    String text = cell.strip();
    return !text.isEmpty()
        && text.length() <= BARE_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Whether a cell is a date, or consists of digits and signs alone, as a time or a damaged barcode
   * does.
   */
  private static boolean isDate(String cell) {
    return CellParser.parse(DATE, cell, CellFormat.PLAIN) instanceof CellReading.Value(var value)
        ? value != null
        : cell.chars().anyMatch(Character::isDigit)
            && cell.chars().noneMatch(c -> Character.isLetter(c) && c != 'E');
  }

  /** Whether a text is a number or an amount. */
  public static boolean isNumber(String cell) {
    return CellParser.parse(NUMBER, cell, CellFormat.PLAIN) instanceof CellReading.Value(var value)
        && value != null;
  }
}
