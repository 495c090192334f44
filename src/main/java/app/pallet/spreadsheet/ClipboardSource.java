package app.pallet.spreadsheet;

import java.util.Iterator;
import java.util.List;

/** A block from the clipboard, with a header row or without one. */
public final class ClipboardSource implements TabularSource {

  private final List<String> header;
  private final Iterator<TextRow> rows;

  private ClipboardSource(List<String> header, List<TextRow> rows) {
    this.header = header;
    this.rows = rows.iterator();
  }

  /** A block whose first row holds headings; it needs at least that row. */
  public static ClipboardSource withHeader(List<TextRow> block) {
    return new ClipboardSource(block.getFirst().cells(), block.subList(1, block.size()));
  }

  /** A block of values alone. */
  public static ClipboardSource withoutHeader(List<TextRow> block) {
    return new ClipboardSource(List.of(), block);
  }

  @Override
  public String name() {
    return "clipboard";
  }

  @Override
  public List<String> header() {
    return header;
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
