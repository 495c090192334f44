package app.pallet.spreadsheet.csv;

import app.pallet.spreadsheet.source.CsvDialect;
import app.pallet.spreadsheet.source.EncodingDoubt;
import app.pallet.spreadsheet.source.FileType;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out how a text file is written. A byte order mark shows its encoding. Without one, the
 * encoding is UTF-8 if all bytes fit, and otherwise windows-1252. The beginning of the file shows
 * the separator, and all of it the quoting. What the options say is taken as it is. The whole file
 * is read once, as bytes, and once more if there is something odd about its quotes.
 */
final class DialectDetection {

  /** Number of bytes that show the separator and the type of the file. */
  private static final int BEGINNING = 1 << 16;

  /** Number of bytes whose words are looked at if the encoding is not certain. */
  private static final long MOST_LOOKED_AT = 1 << 26;

  static final Charset WINDOWS = Charset.forName("windows-1252");

  private DialectDetection() {}

  /**
   * The dialect of a file.
   *
   * @throws SpreadsheetException if it is empty or not text
   */
  static CsvDialect of(Path file, SourceOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] beginning = in.readNBytes(BEGINNING);
      if (beginning.length == 0) {
        throw new SpreadsheetException(file, "the file is empty");
      }
      Optional<ByteOrderMark> mark =
          ByteOrderMark.of(beginning)
              .filter(found -> options.charset().map(found::isFor).orElse(true));
      Optional<Charset> known =
          mark.map(ByteOrderMark::charset)
              .or(options::charset)
              .or(() -> FileType.wideCharset(beginning));
      FileType.requireText(file, beginning, known.filter(DialectDetection::isWide));
      int markBytes = mark.map(ByteOrderMark::length).orElse(0);
      char separator =
          options
              .separator()
              .orElseGet(() -> SeparatorDetection.detect(text(beginning, markBytes, known)));
      CsvDialect found =
          known.map(DialectDetection::isWide).orElse(false)
              ? new CsvDialect(
                  known.orElseThrow(), markBytes, separator, CsvDialect.Quoting.ENCLOSES)
              : scan(file, in, beginning, markBytes, separator);
      return new CsvDialect(
          known.orElse(found.charset()),
          markBytes,
          separator,
          options.quoting().orElse(found.quoting()),
          known.isEmpty() && found.charset().equals(WINDOWS) ? doubt(file) : Optional.empty());
    }
  }

  /** Whether a charset writes a separator in another way than as its one ASCII byte. */
  private static boolean isWide(Charset charset) {
    return !Arrays.equals(",".getBytes(charset), ",".getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Decodes the beginning. Separators and quotes are the same bytes in every charset that is
   * possible here.
   */
  private static String text(byte[] bytes, int from, Optional<Charset> charset) {
    return new String(
        bytes, from, bytes.length - from, charset.orElse(StandardCharsets.ISO_8859_1));
  }

  private static CsvDialect scan(
      Path file, InputStream in, byte[] beginning, int markBytes, char separator)
      throws IOException {
    Utf8Scan utf8 = new Utf8Scan();
    QuickQuoteCheck quotes = new QuickQuoteCheck(separator);
    byte[] first = Arrays.copyOfRange(beginning, markBytes, beginning.length);
    utf8.accept(first, first.length);
    quotes.accept(first, first.length);
    byte[] buffer = new byte[BEGINNING]; // never empty: reading into no bytes would never end
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      utf8.accept(buffer, length);
      quotes.accept(buffer, length);
    }
    return new CsvDialect(
        markBytes > 0 || utf8.isLikely() ? StandardCharsets.UTF_8 : WINDOWS,
        markBytes,
        separator,
        quotes.isOrdinary() ? CsvDialect.Quoting.ENCLOSES : quoting(file, markBytes, separator));
  }

  /** The doubt about a file that is not UTF-8, if its words are not plainly Western. */
  private static Optional<EncodingDoubt> doubt(Path file) throws IOException {
    WesternWords words = new WesternWords();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BEGINNING];
      long read = 0;
      for (int length = in.read(buffer);
          length >= 0 && read < MOST_LOOKED_AT;
          length = in.read(buffer)) {
        words.accept(buffer, length);
        read += length;
      }
    }
    return words.doubt();
  }

  /** What quotes mean in a file in which there is something odd about them. */
  private static CsvDialect.Quoting quoting(Path file, int markBytes, char separator)
      throws IOException {
    QuoteScan quotes = new QuoteScan(separator);
    PaddedQuotes padded = new PaddedQuotes(separator);
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(markBytes);
      byte[] buffer = new byte[BEGINNING];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        quotes.accept(buffer, length);
        padded.accept(buffer, length);
      }
    }
    if (quotes.nulLine() > 0) {
      throw new SpreadsheetException(
          file, "is damaged: line " + quotes.nulLine() + " contains NUL bytes");
    }
    if (padded.areThere()) {
      return CsvDialect.Quoting.ENCLOSES_PADDED;
    }
    return quotes.isText() ? CsvDialect.Quoting.IS_TEXT : CsvDialect.Quoting.ENCLOSES;
  }

  /** The bytes by which some programs mark the encoding of a text file. */
  private enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
    UTF_16LE(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
    UTF_16BE(StandardCharsets.UTF_16BE, "\u00fe\u00ff");

    private final Charset charset;
    private final String bytes;

    ByteOrderMark(Charset charset, String bytes) {
      this.charset = charset;
      this.bytes = bytes;
    }

    /** The mark with which a file begins. */
    static Optional<ByteOrderMark> of(byte[] beginning) {
      return Arrays.stream(values())
          .filter(mark -> FileType.startsWith(beginning, mark.bytes))
          .findFirst();
    }

    /**
     * Whether a file in an encoding may begin with this mark. For UTF-16 the mark shows the order
     * of the bytes.
     */
    boolean isFor(Charset encoding) {
      return encoding.equals(charset)
          || (encoding.equals(StandardCharsets.UTF_16) && this != UTF_8);
    }

    Charset charset() {
      return charset;
    }

    /** Number of its bytes. */
    int length() {
      return bytes.length();
    }
  }
}
