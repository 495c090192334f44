package app.pallet.spreadsheet.mapping;

import java.util.Locale;

/**
 * Rows of a text file with fewer cells than there are headings. Nothing is read for the cells they
 * lack: many programs leave out the separators at the end of a row, but a row that a line break in
 * a cell has torn looks the same.
 *
 * @param rows how many there are
 * @param firstLine the line at which the first of them begins
 */
public record NarrowRows(long rows, long firstLine) {

  /** None. */
  public static final NarrowRows NONE = new NarrowRows(0, 0);

  /** What was made of them, for the user; an empty text where there are none. */
  public String sentence() {
    return rows == 0
        ? ""
        : String.format(
            Locale.ROOT,
            rows == 1
                ? "Line %2$d has fewer cells than there are headings; nothing is read for those it lacks"
                : "%,d rows from line %d on have fewer cells than there are headings; nothing is"
                    + " read for those they lack",
            rows,
            firstLine);
  }
}
