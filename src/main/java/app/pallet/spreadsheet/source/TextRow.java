package app.pallet.spreadsheet.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One row of texts as a spreadsheet, a file or the clipboard has it, before anything is read from
 * it.
 *
 * @param line the line it begins at, from 1, as an editor counts, also after cells of many lines
 * @param cells its cells in order; rows of one source may have different numbers of them
 * @param numbers the places of cells that a workbook holds as numbers: their texts have a point as
 *     the decimal sign and no thousands separators; not to be changed
 * @param notes what a workbook says of cells besides, by their places; most rows have none
 */
public record TextRow(long line, List<String> cells, BitSet numbers, Map<Integer, CellNote> notes) {

  private static final BitSet NONE = new BitSet(0);

  public TextRow {
    cells = List.copyOf(cells);
    notes = Map.copyOf(notes);
  }

  /** A row of which nothing is to be said besides. */
  public TextRow(long line, List<String> cells, BitSet numbers) {
    this(line, cells, numbers, Map.of());
  }

  /** A row of a source that holds nothing but texts. */
  public TextRow(long line, List<String> cells) {
    this(line, cells, NONE);
  }

  /** The text at a place from 0; empty where the row is shorter. */
  public String cell(int place) {
    return place < cells.size() ? cells.get(place) : "";
  }

  /** The same with empty cells at its end, so that it has so many at least. */
  public TextRow padded(int width) {
    if (cells.size() >= width) {
      return this;
    }
    List<String> more = new ArrayList<>(cells);
    more.addAll(Collections.nCopies(width - cells.size(), ""));
    return new TextRow(line, more, numbers, notes);
  }

  /** Number of cells up to the last one that isn't blank. */
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
