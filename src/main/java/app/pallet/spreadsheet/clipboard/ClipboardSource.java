package app.pallet.spreadsheet.clipboard;

import app.pallet.spreadsheet.source.HeaderMode;
import app.pallet.spreadsheet.source.HeadingPlace;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TableStart;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A block from the clipboard, with a header row or without one.
 *
 * @param header its headings; none for a block of values alone
 * @param rows the rows below them
 * @param format where it was copied from, and where its headings stand
 */
public record ClipboardSource(
    List<String> header, Iterator<TextRow> rows, SourceFormat.Block format)
    implements TabularSource {

  /** What it is called. */
  public static final String NAME = "clipboard";

  /**
   * A block with headings.
   *
   * @throws SpreadsheetException if it has no row
   */
  public static ClipboardSource withHeader(PastedBlock block) {
    return withHeader(block, SourceOptions.DETECT);
  }

  /**
   * A block with headings. They are in its first row, below a title, or where the options say.
   *
   * @throws SpreadsheetException if the block has no row, or none where the headings should be
   */
  public static ClipboardSource withHeader(PastedBlock block, SourceOptions options) {
    try {
      TableStart start =
          start(block.rows(), options)
              .orElseThrow(() -> new SpreadsheetException(Path.of(NAME), "holds no rows of cells"));
      return new ClipboardSource(
          start.header(),
          block.rows().stream().filter(row -> isBelow(row, start)).iterator(),
          new SourceFormat.Block(block.fromHtml(), start.place()));
    } catch (TableStart.NoSuchRowException e) {
      throw new SpreadsheetException(Path.of(NAME), e.reason());
    }
  }

  /** Whether a block has known headings below a title or other rows that are not data. */
  public static boolean hasTitle(PastedBlock block) {
    return TableStart.take(block.rows().iterator(), SourceOptions.DETECT)
        .map(TableStart::place)
        .filter(place -> !place.above().isEmpty() && !place.inDoubt())
        .isPresent();
  }

  /** In doubt, the first row holds the headings. */
  private static Optional<TableStart> start(List<TextRow> rows, SourceOptions options) {
    Optional<TableStart> found = TableStart.take(rows.iterator(), options);
    boolean top = found.filter(start -> start.place().above().isEmpty()).isPresent();
    return options.header() == HeaderMode.DETECT && top
        ? TableStart.take(rows.iterator(), options.withHeader(HeaderMode.FIRST_ROW))
        : found;
  }

  /** Whether a row is one of the table's values. */
  private static boolean isBelow(TextRow row, TableStart start) {
    HeadingPlace place = start.place();
    return place.line() > 0
        ? row.line() > place.line()
        : place.above().isEmpty() || row.line() > place.above().getLast().line();
  }

  /** A block of values alone, repeated so many times down and across. */
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
        new SourceFormat.Block(block.fromHtml(), HeadingPlace.NONE));
  }

  private static TextRow widened(TextRow row, int width, int across) {
    List<String> cells = new ArrayList<>(width * across);
    BitSet numbers = new BitSet();
    for (int place = 0; place < width * across; place++) {
      int cell = place % width;
      cells.add(row.cell(cell));
      numbers.set(place, row.numbers().get(cell));
    }
    return new TextRow(row.line(), cells, numbers);
  }

  @Override
  public String name() {
    return NAME;
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
