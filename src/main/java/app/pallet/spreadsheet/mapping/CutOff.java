package app.pallet.spreadsheet.mapping;

import java.util.Locale;

/**
 * The last row of a file that seems to be cut off in the middle of this row: it is shorter than all
 * others, and no line break ends it.
 *
 * @param line the line it begins at, from 1
 * @param cells how many cells it has
 * @param headings how many it should have
 */
public record CutOff(long line, int cells, int headings) {

  /** Tells the user what was noticed, and what to do. */
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
