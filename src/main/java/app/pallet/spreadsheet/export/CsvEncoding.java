package app.pallet.spreadsheet.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings in which an export can write text. */
public enum CsvEncoding {
  /** What shops and programs expect today. */
  UTF_8(StandardCharsets.UTF_8, "UTF-8"),
  /**
   * The same with the mark by which Excel recognises it. Without the mark, Excel shows an umlaut as
   * two characters.
   */
  UTF_8_BOM(StandardCharsets.UTF_8, "UTF-8 with BOM (for Excel)"),
  /** Little endian, with its mark: what Excel calls Unicode text. */
  UTF_16(StandardCharsets.UTF_16LE, "UTF-16"),
  /** What older programs on Windows read. It has only Western European letters. */
  WINDOWS_1252(Charset.forName("windows-1252"), "Windows-1252");

  private static final char MARK = '\uFEFF';

  private final Charset charset;
  private final String label;

  CsvEncoding(Charset charset, String label) {
    this.charset = charset;
    this.label = label;
  }

  /** The encoding as the user reads it. */
  public String label() {
    return label;
  }

  Charset charset() {
    return charset;
  }

  /** The bytes with which a file begins; most encodings have none. */
  byte[] mark() {
    return this == UTF_8_BOM || this == UTF_16
        ? String.valueOf(MARK).getBytes(charset)
        : new byte[0];
  }
}
