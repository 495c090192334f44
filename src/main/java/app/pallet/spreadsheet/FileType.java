package app.pallet.spreadsheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells text from the files that people choose by mistake, by their first bytes. */
final class FileType {

  private static final String PACKED = "PK\u0003\u0004";

  private static final Map<String, String> KNOWN =
      Map.of(
          PACKED,
          "an Excel workbook or another packed file; save the sheet as CSV",
          "\u00d0\u00cf\u0011\u00e0",
          "an old Excel workbook; save the sheet as CSV",
          "SQLite format 3\0",
          "a database",
          "%PDF",
          "a PDF document",
          "\u001f\u008b",
          "a packed file; unpack it first");

  /** A page or a bare table, behind marks, blanks, declarations and comments. */
  private static final Pattern WEB_PAGE =
      Pattern.compile(
          "(?is)[^\\p{ASCII}]{0,3}(\\s|<\\?xml[^>]*>|<!--.*?-->)*"
              + "<(!doctype html|html|head|body|meta|table|style)[\\s>:]");

  private FileType() {}

  /** Whether it is a packed file, as a workbook is one. */
  static boolean isPacked(byte[] beginning) {
    return startsWith(beginning, PACKED);
  }

  /** Whether it is a web page, as shops and old programs write tables under the name .xls. */
  static boolean isWebPage(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1).replace("\0", "");
    return WEB_PAGE.matcher(text).lookingAt();
  }

  /**
   * Makes sure that a file is text.
   *
   * @throws SpreadsheetException if it isn't, saying what it seems to be
   */
  static void requireText(Path file, byte[] beginning) {
    for (Map.Entry<String, String> type : KNOWN.entrySet()) {
      if (startsWith(beginning, type.getKey())) {
        throw new SpreadsheetException(file, "is no text but " + type.getValue());
      }
    }
    if (zeros(beginning, 0, 1) > 0) {
      throw new SpreadsheetException(file, "is no text: it contains NUL bytes");
    }
  }

  /** UTF-16 with or without a byte order mark, told by the zeros in every other byte. */
  static Optional<Charset> wideCharset(byte[] beginning) {
    int half = beginning.length / 2;
    long first = zeros(beginning, 0, 2);
    long second = zeros(beginning, 1, 2);
    if (second > first && second * 2 > half) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return first > second && first * 2 > half
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  /** Whether the first bytes are these, written as characters up to 255. */
  static boolean startsWith(byte[] bytes, String start) {
    byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= wanted.length
        && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }

  private static long zeros(byte[] bytes, int from, int step) {
    long count = 0;
    for (int i = from; i < bytes.length; i += step) {
      count += bytes[i] == 0 ? 1 : 0;
    }
    return count;
  }
}
