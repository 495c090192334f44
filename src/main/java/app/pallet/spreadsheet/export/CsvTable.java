package app.pallet.spreadsheet.export;

import app.pallet.output.OutputFile;
import app.pallet.spreadsheet.source.FormulaGuard;
import app.pallet.spreadsheet.source.SpreadsheetException;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes texts as a CSV file, for lists that do not hold products, such as a history. Cells that a
 * spreadsheet would run as formulas are guarded. The file is UTF-8 with a byte order mark, so that
 * Excel reads it correctly. Stateless, for any thread.
 */
public final class CsvTable {

  private CsvTable() {}

  /**
   * Writes a file, and replaces an existing one.
   *
   * @param rows hands the rows, the headings first, to the consumer it gets
   * @throws app.pallet.output.RefusedOutputException if nothing may be written there
   * @throws SpreadsheetException if the file can't be written. After this or any other failure, an
   *     existing file is unchanged
   */
  public static void write(OutputFile output, Consumer<Consumer<List<String>>> rows) {
    writeAsIs(
        output,
        table ->
            rows.accept(row -> table.accept(row.stream().map(FormulaGuard::protect).toList())));
  }

  /** The same with cells that are safe already. */
  static void writeAsIs(OutputFile output, Consumer<Consumer<List<String>>> rows) {
    try {
      output.write(out -> {
        try (CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
          out.write(CsvEncoding.UTF_8_BOM.mark());
          rows.accept(csv::writeRecord);
        }
      });
    } catch (IOException e) {
      throw new SpreadsheetException(output.path(), "can't be written: " + e.getMessage(), e);
    }
  }
}
