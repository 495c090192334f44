package app.pallet.spreadsheet;

import app.pallet.spreadsheet.csv.CsvSource;
import app.pallet.spreadsheet.source.FileType;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.xlsx.OldWorkbook;
import app.pallet.spreadsheet.xlsx.XlsxSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens a file as rows of texts, whatever it is; its content tells, not its name. */
public final class SpreadsheetFile {

  private static final int BEGINNING = 1 << 10;

  private SpreadsheetFile() {}

  /**
   * Opens a file; the caller closes the source.
   *
   * @param options how to read it, where that isn't to be found out
   * @throws SpreadsheetException if it can't be read, is empty or holds no table
   */
  public static TabularSource open(Path file, SourceOptions options) {
    try {
      byte[] beginning = beginning(file);
      if (OldWorkbook.begins(beginning)) {
        throw new SpreadsheetException(file, OldWorkbook.reason(file));
      }
      Optional<String> otherText = FileType.otherText(beginning);
      if (otherText.isPresent()) {
        throw new SpreadsheetException(file, otherText.get());
      }
      return FileType.isPacked(beginning)
          ? XlsxSource.open(file, options)
          : CsvSource.open(file, options);
    } catch (IOException e) {
      throw new SpreadsheetException(file, CsvSource.reason(file, e), e);
    }
  }

  /**
   * Opens a file again that is known already.
   *
   * @param options how to read it, the same as before
   * @param known how it was found to be written, so that it need not be found out again
   * @throws SpreadsheetException if it can't be read
   */
  public static TabularSource open(Path file, SourceOptions options, SourceFormat known) {
    return known instanceof SourceFormat.Text text
        ? CsvSource.open(file, text.dialect(), options)
        : open(file, options);
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(BEGINNING);
    }
  }
}
