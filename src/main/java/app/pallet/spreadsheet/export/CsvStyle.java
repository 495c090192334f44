package app.pallet.spreadsheet.export;

import app.pallet.schema.NumberStyle;

/**
 * How an export writes text.
 *
 * @param separator between the cells of a row
 * @param encoding of the file
 * @param numbers the decimal sign of numbers, which never have a thousands separator
 */
public record CsvStyle(char separator, CsvEncoding encoding, NumberStyle numbers) {

  /** Commas, UTF-8, decimal points: what nearly everything reads. */
  public static final CsvStyle DEFAULT = new CsvStyle(',', CsvEncoding.UTF_8, NumberStyle.POINT);

  public CsvStyle {
    if (",;\t|".indexOf(separator) < 0) {
      throw new IllegalArgumentException("'" + separator + "' can't separate cells");
    }
  }
}
