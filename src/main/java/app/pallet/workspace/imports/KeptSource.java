package app.pallet.workspace.imports;

import app.pallet.output.OutputFile;
import app.pallet.schema.CellFormat;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source whose first rows are looked at before it is read: it stays open in between, and the rows
 * that were seen come first once more. To open a workbook again takes half as long as to read it,
 * because all its texts come before its rows. Closing it closes what nobody has read.
 */
public final class KeptSource implements ImportSource, AutoCloseable {

  private final ImportSource source;
  private @Nullable Seen kept;

  public KeptSource(ImportSource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public OutputFile spared(OutputFile output) {
    return source.spared(output);
  }

  @Override
  public long rowCount() {
    return source.rowCount();
  }

  @Override
  public CellFormat format(CellFormat own) {
    return source.format(own);
  }

  /** Opens it for a look at its first rows; closing what is returned leaves it open. */
  public synchronized TabularSource look(SourceOptions options) {
    close();
    Seen seen = new Seen(source.open(options), options, new ArrayDeque<>());
    kept = seen;
    return seen.look();
  }

  @Override
  public synchronized TabularSource open(SourceOptions options) {
    Seen seen = kept;
    if (seen == null || !seen.options.equals(options)) {
      return source.open(options);
    }
    kept = null;
    return seen.again();
  }

  @Override
  public synchronized void close() {
    if (kept != null) {
      kept.source.close();
      kept = null;
    }
  }

  /** An open source, and the rows that were taken from it for a look. */
  private record Seen(TabularSource source, SourceOptions options, Deque<TextRow> rows) {

    TabularSource look() {
      return new Rows(source, Optional.of(rows), new ArrayDeque<>());
    }

    TabularSource again() {
      return new Rows(source, Optional.empty(), rows);
    }
  }

  /**
   * The rows of an open source.
   *
   * @param noted gets what is taken; then the source is left open
   * @param first come before those of the source
   */
  private record Rows(TabularSource source, Optional<Deque<TextRow>> noted, Deque<TextRow> first)
      implements TabularSource {

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
      return !first.isEmpty() || source.hasNext();
    }

    @Override
    public TextRow next() {
      TextRow row = first.isEmpty() ? source.next() : first.remove();
      noted.ifPresent(rows -> rows.add(row));
      return row;
    }

    @Override
    public void close() {
      if (noted.isEmpty()) {
        source.close();
      }
    }
  }
}
