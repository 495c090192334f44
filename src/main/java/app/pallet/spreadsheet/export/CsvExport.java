package app.pallet.spreadsheet.export;

import app.pallet.change.RowValues;
import app.pallet.spreadsheet.source.FormulaGuard;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharsetEncoder;
import java.util.List;

/**
 * Writes rows as text: RFC 4180 with the separator, the encoding and the decimal sign of a {@link
 * CsvStyle}. A character that the encoding doesn't have ends the export, because a question mark in
 * its place would make the product wrong.
 */
final class CsvExport implements RowSink {

  private static final int LAST_ASCII = 0x7F;

  private final CsvWriter csv;
  private final ExportOptions options;
  private final CharsetEncoder encoder;
  private final String[] cells;
  private long row;

  private CsvExport(CsvWriter csv, ExportOptions options) {
    this.csv = csv;
    this.options = options;
    this.encoder = options.csv().encoding().charset().newEncoder();
    this.cells = new String[options.columns().size()];
  }

  /** Writes the mark and the headings. The stream is closed with the file. */
  static CsvExport begin(OutputStream out, ExportOptions options) throws IOException {
    CsvStyle style = options.csv();
    out.write(style.encoding().mark());
    CsvWriter writer =
        CsvWriter.builder()
            .fieldSeparator(style.separator())
            .quoteStrategy(
                options.columns().size() == 1 ? QuoteStrategies.EMPTY : QuoteStrategies.REQUIRED)
            .build(out, style.encoding().charset());
    CsvExport export = new CsvExport(writer, options);
    export.writeHeadings();
    return export;
  }

  private void writeHeadings() {
    List<String> headings = options.headings();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = encodable(headings.get(i), i);
    }
    csv.writeRecord(cells);
  }

  @Override
  public void write(RowValues values) {
    row++;
    for (int i = 0; i < cells.length; i++) {
      ExportColumn column = options.columns().get(i);
      String text = column.text(values, options.csv().numbers());
      boolean guarded = options.formulas() == FormulaTexts.GUARD;
      cells[i] = encodable(guarded ? FormulaGuard.protect(text) : text, i);
    }
    csv.writeRecord(cells);
  }

  private String encodable(String text, int column) {
    if (text.indexOf('\0') >= 0) { // whoever reads it would take the file for damaged
      throw new UnwritableCellException(
          row,
          options.columns().get(column).heading(),
          text.replace('\0', '\u2400'),
          "has a NUL character, which no text file can hold; choose a workbook (XLSX)");
    }
    for (int i = 0; i < text.length(); i++) { // most cells need no encoder to tell
      if (text.charAt(i) > LAST_ASCII) {
        if (encoder.canEncode(text)) {
          return text;
        }
        throw new UnwritableCellException(
            row, options.columns().get(column).heading(), text, reason());
      }
    }
    return text;
  }

  private String reason() {
    CsvEncoding encoding = options.csv().encoding();
    return encoding == CsvEncoding.WINDOWS_1252
        ? "has characters that " + encoding.label() + " doesn't have; choose UTF-8"
        : "has half a character, which " + encoding.label() + " can't hold";
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
