package app.pallet.spreadsheet.export;

import app.pallet.schema.Column;
import app.pallet.spreadsheet.source.FormulaGuard;
import java.util.List;

/**
 * How rows are written.
 *
 * @param format the kind of file
 * @param csv how text is written, where it is text
 * @param formulas what becomes of texts that look like formulas
 * @param columns what is written of each row, in order; at least one
 */
public record ExportOptions(
    ExportFormat format, CsvStyle csv, FormulaTexts formulas, List<ExportColumn> columns) {

  public ExportOptions {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("No columns to export");
    }
    columns = List.copyOf(columns);
  }

  /** These columns under their own names as a plain CSV file. */
  public static ExportOptions of(List<Column> columns) {
    return new ExportOptions(
        ExportFormat.CSV,
        CsvStyle.DEFAULT,
        FormulaTexts.GUARD,
        columns.stream().map(ExportColumn::of).toList());
  }

  /** The same as another kind of file. */
  public ExportOptions withFormat(ExportFormat other) {
    return new ExportOptions(other, csv, formulas, columns);
  }

  /** The same with text written in another way. */
  public ExportOptions withCsv(CsvStyle other) {
    return new ExportOptions(format, other, formulas, columns);
  }

  /** The same with another rule for texts that look like formulas. */
  public ExportOptions withFormulas(FormulaTexts other) {
    return new ExportOptions(format, csv, other, columns);
  }

  /** The same with other columns. */
  public ExportOptions withColumns(List<ExportColumn> others) {
    return new ExportOptions(format, csv, formulas, others);
  }

  /** Their headings in order, as the first row says them. */
  List<String> headings() {
    return columns.stream()
        .map(ExportColumn::heading)
        .map(heading -> formulas == FormulaTexts.GUARD ? FormulaGuard.protect(heading) : heading)
        .toList();
  }
}
