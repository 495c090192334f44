package app.pallet.spreadsheet.export;

import java.nio.file.Path;
import java.util.Locale;

/** The kinds of file an export can write. */
public enum ExportFormat {
  /** Text, one line a row; see {@link CsvStyle}. */
  CSV(".csv"),
  /** An Excel workbook with one sheet. */
  XLSX(".xlsx");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** The ending of the names of such files, with its point. */
  public String ending() {
    return ending;
  }

  /** The format for a file's name: text, unless the name ends like that of a workbook. */
  public static ExportFormat of(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(XLSX.ending) ? XLSX : CSV;
  }
}
