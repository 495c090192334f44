package app.pallet.spreadsheet;

import app.pallet.spreadsheet.csv.CsvSource;
import app.pallet.spreadsheet.source.FileType;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.xlsx.XlsxSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens a file as rows of texts. The content of the file tells what kind it is, not its name. */
public final class SpreadsheetFile {

  private static final int BEGINNING = 1 << 10;

  private SpreadsheetFile() {}

  /**
   * Opens a file; the caller closes the source.
   *
   * @param options how to read it, where the user knows better than what is found out
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
   * Opens a file again whose format is already known.
   *
   * @param options how to read it, the same as before
   * @param known how the file is written, as it was found out before
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

  /** Compound files: Excel workbooks of before 2007, and those that a password protects. */
  private static final class OldWorkbook {

    private static final String SIGNATURE = "\u00d0\u00cf\u0011\u00e0";

    /** The stream that holds an encrypted workbook, as the directory of the file names it. */
    private static final String ENCRYPTED = wide("EncryptedPackage");

    private static final int CHUNK = 1 << 16;

    private OldWorkbook() {}

    /** Whether a file that begins like this is one. */
    static boolean begins(byte[] beginning) {
      return FileType.startsWith(beginning, SIGNATURE);
    }

    /** Why it can't be read, and what to do. */
    static String reason(Path file) throws IOException {
      return isEncrypted(file)
          ? "is protected by a password; open it in Excel and save it without one"
          : "is an old Excel workbook (.xls); open it and save it as .xlsx";
    }

    /** The directory may be anywhere in the file. */
    private static boolean isEncrypted(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        String tail = "";
        while (true) {
          byte[] chunk = in.readNBytes(CHUNK);
          String text = tail + new String(chunk, StandardCharsets.ISO_8859_1);
          if (text.contains(ENCRYPTED)) {
            return true;
          }
          if (chunk.length < CHUNK) {
            return false;
          }
          tail = text.substring(text.length() - ENCRYPTED.length());
        }
      }
    }

    private static String wide(String name) {
      return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
  }
}
