package app.pallet.spreadsheet.source;

import java.util.List;

/**
 * Where the headings of a source stand, and what stands above its table.
 *
 * @param line the line at which they begin, counted from 1; 0 if there are none
 * @param above the rows above the table, such as titles and notes; they are not data
 * @param inDoubt whether the table was found by its shape alone, because none of its headings is
 *     known
 */
public record HeadingPlace(long line, List<TextRow> above, boolean inDoubt) {

  /** A table without headings that begins with its first row. */
  public static final HeadingPlace NONE = new HeadingPlace(0, List.of(), false);

  public HeadingPlace {
    above = List.copyOf(above);
  }
}
