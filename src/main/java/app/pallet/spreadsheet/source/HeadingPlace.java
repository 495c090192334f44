package app.pallet.spreadsheet.source;

import java.util.List;

/**
 * Where the headings of a source stand, and what stands above its table.
 *
 * @param line the line they begin at, from 1; 0 where there are none
 * @param above the rows over the table, such as titles and notes; nothing of them is data
 * @param inDoubt whether the table was found by its shape alone, since none of its headings is
 *     known
 */
public record HeadingPlace(long line, List<TextRow> above, boolean inDoubt) {

  /** A table without headings that begins with its first row. */
  public static final HeadingPlace NONE = new HeadingPlace(0, List.of(), false);

  public HeadingPlace {
    above = List.copyOf(above);
  }
}
