package app.pallet.spreadsheet;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.util.List;

/** Tells whether the first row of a pasted block holds headings or values. */
public final class HeaderRow {

  private static final Column NUMBER = Column.builder("number", ColumnType.DECIMAL).build();

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

  private static boolean isNumber(String cell) {
    return CellParser.parse(NUMBER, cell, CellFormat.PLAIN) instanceof CellReading.Value;
  }
}
