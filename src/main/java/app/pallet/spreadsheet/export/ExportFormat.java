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

  /** What names of such files end with, with its point. */
  public String ending() {
    return ending;
  }

  /** What a file's name asks for: text, unless it ends like a workbook. */
  public static ExportFormat of(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(XLSX.ending) ? XLSX : CSV;
  }
}
