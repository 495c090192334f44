package app.pallet.spreadsheet.mapping;

import java.util.Locale;

/**
 * The last row of a file that seems to have been cut off in the middle of it: the row is shorter
 * than all others, and nothing ends its line.
 *
 * @param line the line it begins at, from 1
 * @param cells how many cells it has
 * @param headings how many it should have
 */
public record CutOff(long line, int cells, int headings) {

  /** What is seen of it, and what to do, for the user. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "The file seems to be cut off: line %,d ends after %,d of %,d columns, and nothing ends"
            + " that line. Rows may be missing; get the file once more if you can.",
        line,
        cells,
        headings);
  }
}
