package app.pallet.spreadsheet;

import java.util.Iterator;
import java.util.List;

/**
 * Rows of texts, one after the other and only once, wherever they come from. Read by {@link
 * MappingReader}; confined to one thread at a time.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link SpreadsheetException} where the source can't
 * be read any further.
 */
public interface TabularSource extends Iterator<TextRow>, AutoCloseable {

  /** What the user calls it: a file's name, or {@code clipboard}. */
  String name();

  /** The headings of its columns; empty where it has none. */
  List<String> header();

  @Override
  void close();
}
