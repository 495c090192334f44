package app.pallet.spreadsheet.source;

import java.util.Iterator;
import java.util.List;

/** Rows given by a test, as if they came from a file. */
public record TextSource(List<String> header, Iterator<TextRow> rows) implements TabularSource {

  /** Rows of cells below each other, from line 2. */
  @SafeVarargs
  public static TextSource of(List<String> header, List<String>... rows) {
    return of(header, List.of(rows));
  }

  /** Rows of cells below each other, from line 2. */
  public static TextSource of(List<String> header, List<List<String>> rows) {
    Iterator<List<String>> cells = rows.iterator();
    return new TextSource(
        header,
        new Iterator<>() {
          private long line = 1;

          @Override
          public boolean hasNext() {
            return cells.hasNext();
          }

          @Override
          public TextRow next() {
            line++;
            return new TextRow(line, cells.next());
          }
        });
  }

  @Override
  public String name() {
    return "test.csv";
  }

  @Override
  public SourceFormat format() {
    return new SourceFormat.Block(false, new HeadingPlace(1, List.of(), false));
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
    // there is nothing behind it
  }
}
