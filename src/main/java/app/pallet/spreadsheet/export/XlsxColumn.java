package app.pallet.spreadsheet.export;

import app.pallet.change.RowValues;
import app.pallet.schema.CellText;
import app.pallet.schema.ColumnType;
import app.pallet.spreadsheet.source.FormulaGuard;
import app.pallet.spreadsheet.xlsx.EscapedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/**
 * One column of a sheet that is being written. A value that Excel would change is written as text:
 * numbers with more than 15 digits, days for which Excel's calendar is wrong, and moments, because
 * a cell has no time zone.
 */
final class XlsxColumn {

  private static final int LONGEST_TEXT = 32_767;
  private static final int EXACT_DIGITS = 15;
  private static final long LARGEST_EXACT = 999_999_999_999_999L;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final String TEXT = "@";
  private static final String DATE = "yyyy-mm-dd";
  private static final int MONEY_DECIMALS = 2;
  private static final int NARROWEST = 8;
  private static final int WIDEST = 60;

  private final Worksheet sheet;
  private final int index;
  private final ExportColumn column;
  private final FormulaTexts formulas;
  private int longest;
  private String format = "";
  private int firstRow;
  private int lastRow;

  XlsxColumn(Worksheet sheet, int index, ExportColumn column, FormulaTexts formulas) {
    this.sheet = sheet;
    this.index = index;
    this.column = column;
    this.formulas = formulas;
  }

  void writeHeading() {
    putText(0, column.heading());
  }

  /** Writes the cell of a row; the first row below the headings is 1. */
  void write(int row, RowValues values) {
    switch (column.value(values)) {
      case null -> {}
      case Boolean yes -> put(row, yes);
      case Long number when -LARGEST_EXACT <= number && number <= LARGEST_EXACT ->
          put(row, number, 0);
      case BigDecimal number -> putDecimal(row, number);
      case LocalDate day when !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY) -> put(row, day);
      case Object other -> putText(row, CellText.plain(column.column(), other));
    }
  }

  /**
   * Makes the column as wide as its longest cell so far, within limits. Later cells no longer
   * count.
   */
  void setWidth() {
    sheet.width(index, Math.clamp(longest + 2L, NARROWEST, WIDEST));
  }

  private void put(int row, Boolean yes) {
    sheet.value(row, index, yes);
  }

  private void put(int row, LocalDate day) {
    sheet.value(row, index, day);
    format(row, DATE, DATE.length());
  }

  private void put(int row, Number number, int decimals) {
    sheet.value(row, index, number);
    String shown = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    format(row, shown, number.toString().length());
  }

  private void putDecimal(int row, BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.precision() > EXACT_DIGITS) {
      putText(row, CellText.plain(column.column(), number));
      return;
    }
    int shown = column.column().type() == ColumnType.MONEY ? MONEY_DECIMALS : 0;
    int decimals = Math.max(shown, Math.max(0, stripped.scale()));
    put(row, stripped.setScale(decimals, RoundingMode.UNNECESSARY), decimals);
  }

  private void putText(int row, String text) {
    if (text.isEmpty()) {
      return;
    }
    String guarded = formulas == FormulaTexts.GUARD ? FormulaGuard.escape(text) : text;
    String encoded = EscapedText.encode(guarded);
    if (guarded.length() > LONGEST_TEXT) {
      throw new UnwritableCellException(
          row,
          column.heading(),
          text,
          "has more than the %,d characters that a cell of a workbook holds; choose CSV"
              .formatted(LONGEST_TEXT));
    }
    if (Character.isWhitespace(encoded.charAt(0))
        || Character.isWhitespace(encoded.charAt(encoded.length() - 1))) {
      sheet.inlineString(row, index, RichText.builder().run(encoded).end().build());
    } else {
      sheet.inlineString(row, index, encoded);
    }
    format(row, TEXT, firstLine(encoded));
  }

  /**
   * Formats cells. Consecutive cells of one format are formatted together, which is much quicker.
   */
  private void format(int row, String wanted, int length) {
    longest = Math.max(longest, length);
    if (!wanted.equals(format) || row != lastRow + 1) {
      endRun();
      format = wanted;
      firstRow = row;
    }
    lastRow = row;
  }

  /** Formats the cells written so far. To be called before they are flushed. */
  void endRun() {
    if (!format.isEmpty()) {
      sheet.range(firstRow, index, lastRow, index).style().format(format).set();
    }
    format = "";
  }

  private static int firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text.length() : end;
  }
}
