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
 * Writes texts as a CSV file, for lists that are no products, such as a history. Cells that a
 * spreadsheet would run as formulas are guarded. UTF-8 with a byte order mark, so that Excel reads
 * it right. Stateless, for any thread.
 */
public final class CsvTable {

  private CsvTable() {}

  /**
   * Writes a file, in place of one that is there.
   *
   * @param rows gives the rows, the headings first, to the consumer it gets
   * @throws app.pallet.output.RefusedOutputException if nothing may be written there
   * @throws SpreadsheetException if the file can't be written; what was there before is untouched,
   *     as it is with whatever else comes out of {@code rows}
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
