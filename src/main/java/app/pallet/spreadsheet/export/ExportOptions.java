package app.pallet.spreadsheet.export;

import app.pallet.spreadsheet.source.FormulaGuard;
import java.util.List;

/**
 * How rows are written.
 *
 * @param format the kind of file
 * @param csv how a text file is written
 * @param formulas what happens to texts that look like formulas
 * @param columns the columns in their order; at least one
 */
public record ExportOptions(
    ExportFormat format, CsvStyle csv, FormulaTexts formulas, List<ExportColumn> columns) {

  public ExportOptions {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("No columns to export");
    }
    columns = List.copyOf(columns);
  }

  /** The same as another kind of file. */
  public ExportOptions withFormat(ExportFormat other) {
    return new ExportOptions(other, csv, formulas, columns);
  }

  /** The headings in order, as the first row has them. */
  List<String> headings() {
    return columns.stream()
        .map(ExportColumn::heading)
        .map(heading -> formulas == FormulaTexts.GUARD ? FormulaGuard.protect(heading) : heading)
        .toList();
  }
}
