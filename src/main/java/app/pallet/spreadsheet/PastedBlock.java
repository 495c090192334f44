package app.pallet.spreadsheet;

import java.util.List;

/**
 * Rows of cells from the clipboard.
 *
 * @param rows in order; they may have different numbers of cells
 * @param fromHtml whether they were read from an HTML table, not from plain text
 */
public record PastedBlock(List<TextRow> rows, boolean fromHtml) {

  public PastedBlock {
    rows = List.copyOf(rows);
  }

  /** Number of cells of the longest row. */
  public int width() {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }
}
