package app.pallet.spreadsheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
   * @throws SpreadsheetException if the file can't be written; what was there before is untouched,
   *     as it is with whatever else comes out of {@code rows}
   */
  public static void write(Path file, Consumer<Consumer<List<String>>> rows) {
    try (UnfinishedFile unfinished = new UnfinishedFile(file)) {
      try (OutputStream out = Files.newOutputStream(unfinished.path());
          CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
        out.write(CsvEncoding.UTF_8_BOM.mark());
        rows.accept(row -> csv.writeRecord(row.stream().map(FormulaGuard::protect).toList()));
      }
      unfinished.finish();
    } catch (IOException e) {
      throw new SpreadsheetException(file, "can't be written: " + e.getMessage(), e);
    }
  }
}
