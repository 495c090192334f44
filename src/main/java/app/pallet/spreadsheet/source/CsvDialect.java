package app.pallet.spreadsheet.source;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a CSV or TSV file is written.
 *
 * @param charset its encoding
 * @param markBytes length of the byte order mark it begins with, 0 for none
 * @param separator between the cells of a row
 * @param quoting whether quotes enclose cells
 * @param doubt why its encoding may be another one
 */
public record CsvDialect(
    Charset charset,
    int markBytes,
    char separator,
    Quoting quoting,
    Optional<EncodingDoubt> doubt) {

  /** A dialect whose encoding is certain. */
  public CsvDialect(Charset charset, int markBytes, char separator, Quoting quoting) {
    this(charset, markBytes, separator, quoting, Optional.empty());
  }

  /** What a quote at the beginning of a cell means. */
  public enum Quoting {
    /** The cell goes on to the closing quote, and a quote inside it is doubled: RFC 4180. */
    ENCLOSES,
    /** The same, and spaces between it and a separator are no part of the cell. */
    ENCLOSES_PADDED,
    /** Nothing: it is a character like any other, and a cell never holds a separator. */
    IS_TEXT
  }
}
