package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.source.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compound files: Excel workbooks of before 2007, and those that a password protects. */
public final class OldWorkbook {

  private static final String SIGNATURE = "\u00d0\u00cf\u0011\u00e0";

  /** The stream that holds an encrypted workbook, as the directory of the file names it. */
  private static final String ENCRYPTED = wide("EncryptedPackage");

  private static final int CHUNK = 1 << 16;

  private OldWorkbook() {}

  /** Whether a file that begins like this is one. */
  public static boolean begins(byte[] beginning) {
    return FileType.startsWith(beginning, SIGNATURE);
  }

  /** Why it can't be read, and what to do. */
  public static String reason(Path file) throws IOException {
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
