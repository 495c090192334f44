package app.pallet.spreadsheet.source;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a CSV or TSV file is written.
 *
 * @param charset its encoding
 * @param markBytes length in bytes of the byte order mark at its beginning; 0 if there is none
 * @param separator between the cells of a row
 * @param quoting whether quotes enclose cells
 * @param doubt why its encoding may be a different one
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
    /** The same. Spaces between the quote and a separator do not belong to the cell. */
    ENCLOSES_PADDED,
    /** Nothing. It is a character like any other, and a cell never contains a separator. */
    IS_TEXT
  }
}
