package app.pallet.spreadsheet;

import java.util.List;

/**
 * One row of texts as a spreadsheet, a file or the clipboard has it, before anything is read from
 * it.
 *
 * @param line the line it begins at, from 1, as an editor counts, also after cells of many lines
 * @param cells its cells in order; rows of one source may have different numbers of them
 */
public record TextRow(long line, List<String> cells) {

  public TextRow {
    cells = List.copyOf(cells);
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
