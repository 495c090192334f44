package app.pallet.spreadsheet;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** A block from the clipboard, with a header row or without one. */
public final class ClipboardSource implements TabularSource {

  private static final String NAME = "clipboard";

  private final List<String> header;
  private final Iterator<TextRow> rows;

  private final SourceFormat.Block format;

  private ClipboardSource(List<String> header, List<TextRow> rows, SourceFormat.Block format) {
    this.header = header;
    this.rows = rows.iterator();
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
        rows.subList(1, rows.size()),
        new SourceFormat.Block(block.fromHtml(), true));
  }

  /** A block of values alone. */
  public static ClipboardSource withoutHeader(PastedBlock block) {
    return new ClipboardSource(
        List.of(), block.rows(), new SourceFormat.Block(block.fromHtml(), false));
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
