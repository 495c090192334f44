package app.pallet.spreadsheet.export;

import app.pallet.schema.Column;
import java.util.List;

/** The options of the plainest export: a CSV file of columns under their own names. */
public final class PlainCsv {

  private PlainCsv() {}

  /** An export of these columns. */
  public static ExportOptions of(List<Column> columns) {
    return of(CsvStyle.DEFAULT, FormulaTexts.GUARD, columns);
  }

  static ExportOptions of(CsvStyle style, FormulaTexts formulas, List<Column> columns) {
    return new ExportOptions(
        ExportFormat.CSV, style, formulas, columns.stream().map(ExportColumn::of).toList());
  }
}
