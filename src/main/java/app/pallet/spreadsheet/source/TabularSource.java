package app.pallet.spreadsheet.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of texts, whatever they come from. They come one after the other, and only once. Read by
 * {@link app.pallet.spreadsheet.mapping.MappingReader}; confined to one thread at a time.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link SpreadsheetException} where the source can't
 * be read any further.
 */
public interface TabularSource extends Iterator<TextRow>, AutoCloseable {

  /** What the user calls the source: the name of a file, or {@code clipboard}. */
  String name();

  /**
   * The headings of its columns. They are empty for a block without headings. The columns of a file
   * without headings are named "Column A", "Column B" and so on.
   */
  List<String> header();

  /** How the source is written. */
  SourceFormat format();

  /**
   * Whether the source seems to be cut off in the middle of its last row. This is known once that
   * row has been taken.
   */
  default boolean isCutOff() {
    return false;
  }

  /**
   * Takes its next rows as a sample that tells what its columns hold: 1,000, or fewer of a source
   * so wide that they would not fit into memory.
   */
  default List<TextRow> sample() {
    int mostCells = 1_000_000; // a row may have 16,384
    int most = Math.clamp(mostCells / Math.max(1, header().size()), 50, 1_000);
    List<TextRow> rows = new ArrayList<>();
    while (rows.size() < most && hasNext()) {
      rows.add(next());
    }
    return rows;
  }

  /**
   * The same source with other rows, which are made from its own as they are taken. Closing it
   * closes this one, which must not be read itself any more.
   */
  default TabularSource with(Iterator<TextRow> rows) {
    return new ReplacedRows(this, rows);
  }

  @Override
  void close();
}
