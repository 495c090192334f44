package app.pallet.workspace.imports;

import app.pallet.change.RowMapping;
import app.pallet.change.RowValues;
import app.pallet.spreadsheet.matching.MatchKey;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Estimates the memory that an import takes, and refuses more rows long before no memory is left.
 * Counted are the rows that are held, or the keys of rows that are not held. Confined to one
 * thread.
 */
public final class ImportMemory {

  /**
   * An import of the window may take a third of the heap, because its pending changes need as much
   * again. Keys may take this part of a small heap.
   */
  private static final int SHARE = 3;

  /**
   * Bytes that a row takes in addition to its cells: as it was read, matched, and merged with what
   * is pending.
   */
  private static final long BYTES_OF_A_ROW = 600;

  private static final long BYTES_OF_A_CELL = 40;

  /**
   * Bytes of a key in addition to its characters, with its line and the places that are kept free.
   */
  private static final long BYTES_OF_A_KEY = 66;

  private static final int MEGABYTE = 1 << 20;

  /** Bytes that an import needs in addition if it holds only keys, however large the heap is. */
  private static final long BYTES_IN_WORK = 80 * MEGABYTE;

  /** Keys leave a quarter of a large heap free, so that garbage is collected in time. */
  private static final int FREE = 4;

  private final long most;
  private final ToLongFunction<RowValues> size;
  private final TooMany tooMany;
  private long bytes;
  private long rows;

  /** Makes the exception for too many rows. */
  private interface TooMany {
    ImportTooLargeException after(long rows, long megabytes);
  }

  private ImportMemory(long most, ToLongFunction<RowValues> size, TooMany tooMany) {
    this.most = most;
    this.size = size;
    this.tooMany = tooMany;
  }

  /**
   * For rows that the user looks at before they are taken. Nothing is held yet.
   *
   * @param source what the user calls it
   */
  public static ImportMemory ofWindow(String source) {
    return new ImportMemory(
        Runtime.getRuntime().maxMemory() / SHARE,
        ImportMemory::bytes,
        (rows, megabytes) -> ImportTooLargeException.window(source, rows, megabytes));
  }

  /**
   * For rows that are committed together without a look at them. Each takes half to three quarters
   * of the bytes that are counted here. Nothing is held yet.
   *
   * @param source what the user calls it
   */
  public static ImportMemory ofTransaction(String source) {
    return new ImportMemory(
        Runtime.getRuntime().maxMemory(),
        ImportMemory::bytes,
        (rows, megabytes) -> ImportTooLargeException.transaction(source, rows, megabytes));
  }

  /**
   * For rows of which only the keys are held, to find doubles. Nothing is held yet.
   *
   * @param source what the user calls it
   */
  public static ImportMemory ofKeys(String source, MatchKey key) {
    long heap = Runtime.getRuntime().maxMemory();
    long most = Math.max(heap / SHARE, heap - Math.max(BYTES_IN_WORK, heap / FREE));
    return ofKeys(source, key, most);
  }

  /**
   * The same with another limit.
   *
   * @param most the bytes that keys may take
   */
  static ImportMemory ofKeys(String source, MatchKey key, long most) {
    return new ImportMemory(
        most,
        values ->
            BYTES_OF_A_KEY
                + key.columns().stream()
                    .mapToInt(c -> values.get(c) instanceof String text ? text.length() : 0)
                    .sum(),
        (rows, megabytes) -> ImportTooLargeException.keys(source, key.label(), rows, megabytes));
  }

  /**
   * Counts rows that will be held.
   *
   * @throws ImportTooLargeException if there are too many
   */
  public void add(List<RowMapping> more) {
    for (RowMapping row : more) {
      bytes += size.applyAsLong(row.values());
    }
    if (bytes > most) {
      throw tooMany.after(rows, Math.max(1, most / MEGABYTE));
    }
    rows += more.size();
  }

  private static long bytes(RowValues values) {
    long sum = BYTES_OF_A_ROW;
    for (int i = 0; i < values.size(); i++) {
      sum += BYTES_OF_A_CELL;
      if (values.valueAt(i) instanceof String text) {
        sum += text.length() * 2L; // as much as it may be; and prepared changes share it
      }
    }
    return sum;
  }
}
