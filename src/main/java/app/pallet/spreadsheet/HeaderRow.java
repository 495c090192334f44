package app.pallet.spreadsheet;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.util.List;

/** Tells whether the first row of a pasted block or a file holds headings or values. */
public final class HeaderRow {

  private static final Column NUMBER = Column.builder("number", ColumnType.DECIMAL).build();
  private static final Column DATE = Column.builder("date", ColumnType.DATE).build();

  /** So many headings of one table don't stand in a row of values by chance. */
  private static final int ENOUGH = 3;

  private HeaderRow() {}

  /**
   * Whether a row of at least two holds headings: none of its cells is a number, and at least half
   * of them, or three, are headings of the table's columns.
   */
  public static boolean isHeader(List<String> firstRow, TableSchema schema) {
    List<String> cells = firstRow.stream().filter(cell -> !cell.isBlank()).toList();
    if (cells.isEmpty() || cells.stream().anyMatch(HeaderRow::isNumber)) {
      return false;
    }
    ColumnHeadings headings = new ColumnHeadings(schema.columns());
    long known = cells.stream().filter(cell -> headings.find(cell).isPresent()).count();
    return known >= ENOUGH || (known > 0 && known * 2 >= cells.size());
  }

  /**
   * Whether the first row of a file of any kind holds headings: none of its cells is a number, an
   * amount or a date. In doubt it does.
   */
  static boolean isHeader(TextRow firstRow) {
    return firstRow.numbers().isEmpty()
        && firstRow.cells().stream().noneMatch(cell -> isNumber(cell) || isDate(cell));
  }

  /** Whether it is a date, or of digits and signs alone as a time or a damaged barcode is. */
  private static boolean isDate(String cell) {
    return CellParser.parse(DATE, cell, CellFormat.PLAIN) instanceof CellReading.Value(var value)
        ? value != null
        : cell.chars().anyMatch(Character::isDigit)
            && cell.chars().noneMatch(c -> Character.isLetter(c) && c != 'E');
  }

  /** Whether a text is a number or an amount. */
  static boolean isNumber(String cell) {
    return CellParser.parse(NUMBER, cell, CellFormat.PLAIN) instanceof CellReading.Value(var value)
        && value != null;
  }
}
