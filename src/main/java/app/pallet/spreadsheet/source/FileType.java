package app.pallet.spreadsheet.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells text files from other files that people choose by mistake. It looks at their first bytes.
 */
public final class FileType {

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

  /** A byte order mark, byte for byte. */
  private static final Pattern MARK = Pattern.compile("^[^\\p{ASCII}]{0,3}\\s*");

  /** What may stand above the first element of XML. */
  private static final String PROLOGUE = "(?is)(\\s|<\\?[^>]*>|<!--.*?-->)*";

  private static final String SAVE_AGAIN = "; open it in a spreadsheet program, save it as .xlsx";

  /** Text that is not written in rows and cells. Read as a table, it would become nonsense. */
  private static final List<OtherText> OTHER_TEXTS =
      List.of(
          new OtherText(
              PROLOGUE + "<(!doctype html|html|head|body|meta|table|style)[\\s>:]",
              "is a web page saved as .xls" + SAVE_AGAIN),
          new OtherText("(?i)MIME-Version:", "is a web page saved as .xls" + SAVE_AGAIN),
          new OtherText(
              PROLOGUE + "<([a-z]+:)?workbook[\\s>]",
              "is an Excel workbook saved as XML" + SAVE_AGAIN),
          new OtherText("\\{\\\\rtf", "is a document; save its table as CSV"),
          new OtherText("<\\?xml\\s", "is XML; save its rows as CSV"),
          new OtherText("(\\[\\s*)?\\{\\s*\"", "is JSON; save its rows as CSV"));

  private record OtherText(Pattern beginning, String reason) {
    OtherText(String beginning, String reason) {
      this(Pattern.compile(beginning), reason);
    }
  }

  private FileType() {}

  /** Whether it is a packed file, as every workbook is. */
  public static boolean isPacked(byte[] beginning) {
    return startsWith(beginning, PACKED);
  }

  /**
   * Tells the user why a text is not a table, if it isn't. It may be a web page, which shops and
   * old programs write under the name .xls, or another form of text.
   */
  public static Optional<String> otherText(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1).replace("\0", "");
    String plain = MARK.matcher(text).replaceFirst("");
    return OTHER_TEXTS.stream()
        .filter(kind -> kind.beginning().matcher(plain).lookingAt())
        .map(OtherText::reason)
        .findFirst();
  }

  /**
   * Makes sure that a file is text.
   *
   * @param wide its encoding, if that has two bytes for each character
   * @throws SpreadsheetException if it isn't; the message says what it seems to be
   */
  public static void requireText(Path file, byte[] beginning, Optional<Charset> wide) {
    for (Map.Entry<String, String> type : KNOWN.entrySet()) {
      if (startsWith(beginning, type.getKey())) {
        throw new SpreadsheetException(file, "is not text but " + type.getValue());
      }
    }
    boolean hasNul =
        wide.map(charset -> new String(beginning, charset).indexOf('\0') >= 0)
            .orElseGet(() -> zeros(beginning, 0, 1) > 0);
    if (hasNul) {
      throw new SpreadsheetException(file, "is not text: it contains NUL bytes");
    }
  }

  /** Recognises UTF-16, with or without a byte order mark, by the zeros in every other byte. */
  public static Optional<Charset> wideCharset(byte[] beginning) {
    int half = beginning.length / 2;
    long first = zeros(beginning, 0, 2);
    long second = zeros(beginning, 1, 2);
    if (second > first && second * 2 > half) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return half > 0 && first > second && first * 2 > half
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  /** Whether a file begins with these bytes, which are written as characters up to 255. */
  public static boolean startsWith(byte[] bytes, String start) {
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
