package app.pallet.spreadsheet.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One row of texts from a spreadsheet, a file or the clipboard, before values are read from it.
 *
 * @param line the line at which it begins, counted from 1 as an editor counts lines, even after
 *     cells of several lines
 * @param cells its cells in order; rows of one source may have different numbers of them
 * @param numbers the places of the cells that a workbook holds as numbers. Their texts have a point
 *     as the decimal sign and no thousands separators. Not to be changed
 * @param notes what a workbook says about cells in addition, by their places; most rows have none
 */
public record TextRow(long line, List<String> cells, BitSet numbers, Map<Integer, CellNote> notes) {

  private static final BitSet NONE = new BitSet(0);

  public TextRow {
    cells = List.copyOf(cells);
    notes = Map.copyOf(notes);
  }

  /** A row without notes. */
  public TextRow(long line, List<String> cells, BitSet numbers) {
    this(line, cells, numbers, Map.of());
  }

  /** A row of texts alone. */
  public TextRow(long line, List<String> cells) {
    this(line, cells, NONE);
  }

  /** The text at a place from 0; empty where the row is shorter. */
  public String cell(int place) {
    return place < cells.size() ? cells.get(place) : "";
  }

  /** The same row, with empty cells added at its end until it has this many cells. */
  public TextRow padded(int width) {
    if (cells.size() >= width) {
      return this;
    }
    List<String> more = new ArrayList<>(cells);
    more.addAll(Collections.nCopies(width - cells.size(), ""));
    return new TextRow(line, more, numbers, notes);
  }

  /** Number of cells up to the last one that is not blank. */
  public int width() {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }

  /** Whether no cell holds anything but white space. */
  public boolean isBlank() {
    for (String cell : cells) { // no stream: asked for every row of a file
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }
}
