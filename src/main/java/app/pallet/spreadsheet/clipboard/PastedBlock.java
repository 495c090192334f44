package app.pallet.spreadsheet.clipboard;

import app.pallet.spreadsheet.source.TextRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Rows of cells from the clipboard.
 *
 * @param rows in order; they may have different numbers of cells
 * @param fromHtml whether any of it was read from an HTML table and not from plain text
 */
public record PastedBlock(List<TextRow> rows, boolean fromHtml) {

  public PastedBlock {
    rows = List.copyOf(rows);
  }

  /**
   * Reads the block that the clipboard holds. What Pallet put there itself comes first. Otherwise,
   * if text and table have the same shape, they are taken together: the text, because it keeps
   * every space, with line breaks and numbers that only the table has. If the shapes differ, the
   * table counts if LibreOffice wrote it, or if it has merged cells or cells of several lines; else
   * the text counts. This takes 3 to 6 seconds for 100,000 rows of HTML, so it must not run on
   * JavaFX's thread.
   */
  public static PastedBlock of(ClipboardContent content) {
    if (content.own().isPresent()) {
      return new PastedBlock(ClipboardText.parse(content.own().get()), false);
    }
    PastedBlock text =
        new PastedBlock(content.text().map(ClipboardText::parse).orElse(List.of()), false);
    Optional<PastedTable> html =
        content.html().map(PastedTable::parse).filter(table -> !table.rows().isEmpty());
    return html.map(table -> fuller(text, table)).orElse(text);
  }

  private static PastedBlock fuller(PastedBlock text, PastedTable table) {
    if (text.rows().size() == table.rows().size() && text.width() == table.width()) {
      return merge(text.rows(), table.rows());
    }
    boolean more =
        table.origin() == PastedTable.Origin.LIBRE_OFFICE
            || table.hasSpans()
            || table.hasLineBreaks()
            || text.rows().isEmpty();
    return more ? new PastedBlock(table.rows(), true) : text;
  }

  private static PastedBlock merge(List<TextRow> texts, List<TextRow> table) {
    List<TextRow> rows = new ArrayList<>(texts.size());
    boolean fromHtml = false;
    for (int i = 0; i < texts.size(); i++) {
      Optional<TextRow> fuller = fuller(texts.get(i), table.get(i));
      fromHtml |= fuller.isPresent();
      rows.add(fuller.orElse(texts.get(i)));
    }
    return new PastedBlock(rows, fromHtml);
  }

  /** A row of text with what only the table has; empty if the table has nothing more. */
  private static Optional<TextRow> fuller(TextRow text, TextRow table) {
    List<String> cells = new ArrayList<>(text.cells());
    BitSet numbers = new BitSet();
    boolean more = false;
    for (int i = 0; i < cells.size(); i++) {
      String other = table.cells().get(i);
      boolean number = table.numbers().get(i);
      if (number || (hasLineBreak(other) && !hasLineBreak(cells.get(i)))) {
        cells.set(i, other);
        numbers.set(i, number);
        more = true;
      }
    }
    return more ? Optional.of(new TextRow(text.line(), cells, numbers)) : Optional.empty();
  }

  private static boolean hasLineBreak(String cell) {
    return cell.indexOf('\n') >= 0;
  }

  /** The same with its rows as columns; every row is as long as there were rows. */
  public PastedBlock transposed() {
    List<TextRow> columns = new ArrayList<>();
    for (int column = 0; column < width(); column++) {
      List<String> cells = new ArrayList<>(rows.size());
      BitSet numbers = new BitSet();
      for (int row = 0; row < rows.size(); row++) {
        cells.add(rows.get(row).cell(column));
        numbers.set(row, rows.get(row).numbers().get(column));
      }
      columns.add(new TextRow(column + 1L, cells, numbers));
    }
    return new PastedBlock(columns, fromHtml);
  }

  /** Number of cells of the longest row. */
  public int width() {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }
}
