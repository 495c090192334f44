package app.pallet.spreadsheet;

import java.nio.charset.Charset;

/**
 * How a CSV or TSV file is written.
 *
 * @param charset its encoding
 * @param markBytes length of the byte order mark it begins with, 0 for none
 * @param separator between the cells of a row
 * @param quoting whether quotes enclose cells
 */
public record CsvDialect(Charset charset, int markBytes, char separator, Quoting quoting) {

  /** What a quote at the beginning of a cell means. */
  public enum Quoting {
    /** The cell goes on to the closing quote, and a quote inside it is doubled: RFC 4180. */
    ENCLOSES,
    /** Nothing: it is a character like any other, and a cell never holds a separator. */
    IS_TEXT
  }
}
