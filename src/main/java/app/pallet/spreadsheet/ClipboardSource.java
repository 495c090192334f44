package app.pallet.spreadsheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** A block from the clipboard, with a header row or without one. */
public final class ClipboardSource implements TabularSource {

  private static final String NAME = "clipboard";

  private final List<String> header;
  private final Iterator<TextRow> rows;

  private final SourceFormat.Block format;

  private ClipboardSource(List<String> header, Iterator<TextRow> rows, SourceFormat.Block format) {
    this.header = header;
    this.rows = rows;
    this.format = format;
  }

  /**
   * A block whose first row holds headings.
   *
   * @throws SpreadsheetException if it has no row
   */
  public static ClipboardSource withHeader(PastedBlock block) {
    List<TextRow> rows = block.rows();
    if (rows.isEmpty()) {
      throw new SpreadsheetException(Path.of(NAME), "holds no rows of cells");
    }
    return new ClipboardSource(
        rows.getFirst().cells(),
        rows.subList(1, rows.size()).iterator(),
        new SourceFormat.Block(block.fromHtml(), true));
  }

  /** A block of values alone. */
  public static ClipboardSource withoutHeader(PastedBlock block) {
    return repeated(block, 1, 1);
  }

  /** A block of values alone, laid so many times one below the other and side by side. */
  public static ClipboardSource repeated(PastedBlock block, int down, int across) {
    int width = block.width();
    List<TextRow> rows =
        across == 1
            ? block.rows()
            : block.rows().stream().map(row -> widened(row, width, across)).toList();
    return new ClipboardSource(
        List.of(),
        IntStream.range(0, down * rows.size())
            .mapToObj(place -> rows.get(place % rows.size()))
            .iterator(),
        new SourceFormat.Block(block.fromHtml(), false));
  }

  private static TextRow widened(TextRow row, int width, int across) {
    List<String> cells = new ArrayList<>(width * across);
    BitSet numbers = new BitSet();
    for (int place = 0; place < width * across; place++) {
      int cell = place % width;
      cells.add(cell < row.cells().size() ? row.cells().get(cell) : "");
      numbers.set(place, row.numbers().get(cell));
    }
    return new TextRow(row.line(), cells, numbers);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public SourceFormat.Block format() {
    return format;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public TextRow next() {
    return rows.next();
  }

  @Override
  public void close() {}
}
