package app.pallet.spreadsheet.source;

import java.util.Iterator;
import java.util.List;

/**
 * A source whose rows are changed on their way: the one class that wraps another source.
 *
 * @param source asked for everything but rows, and closed with this one
 * @param rows what becomes of its rows
 */
record ReplacedRows(TabularSource source, Iterator<TextRow> rows) implements TabularSource {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public List<String> header() {
    return source.header();
  }

  @Override
  public SourceFormat format() {
    return source.format();
  }

  @Override
  public boolean isCutOff() {
    return source.isCutOff();
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
  public void close() {
    source.close();
  }
}
