package app.pallet.workspace.imports;

import app.pallet.change.RowMapping;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Estimates the memory that the rows of an import take, or the keys of those that are forgotten
 * again, and refuses more than there should be, long before there is none left. Confined to one
 * thread.
 */
public final class ImportMemory {

  /**
   * The part of the heap that a window's import may have, as what it becomes needs as much, and
   * that keys may have of a small one.
   */
  private static final int SHARE = 3;

  /**
   * What a row takes beside its cells: as it was read, matched, and merged with what is pending.
   */
  private static final long BYTES_OF_A_ROW = 600;

  private static final long BYTES_OF_A_CELL = 40;

  /** A key, its line and the places that are kept free, beside its characters. */
  private static final long BYTES_OF_A_KEY = 66;

  private static final int MEGABYTE = 1 << 20;

  /** What an import that holds only keys needs besides, however large the heap is. */
  private static final long BYTES_IN_WORK = 80 * MEGABYTE;

  /** The part of a large heap that keys leave free, so that garbage is collected in time. */
  private static final int FREE = 4;

  private final long most;
  private final ToLongFunction<RowValues> size;
  private final TooMany tooMany;
  private long bytes;
  private long rows;

  /** What is said of too many rows. */
  private interface TooMany {
    ImportTooLargeException after(long rows, long megabytes);
  }

  private ImportMemory(long most, ToLongFunction<RowValues> size, TooMany tooMany) {
    this.most = most;
    this.size = size;
    this.tooMany = tooMany;
  }

  /**
   * Rows that are looked at before they are taken; nothing is held yet.
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
   * Rows that are committed together without anybody looking at them, of which each takes half to
   * three quarters of what is reckoned here; nothing is held yet.
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
   * Rows of which only the keys are held, to tell them apart; none is yet.
   *
   * @param source what the user calls it
   */
  public static ImportMemory ofKeys(String source, Column key) {
    long heap = Runtime.getRuntime().maxMemory();
    long most = Math.max(heap / SHARE, heap - Math.max(BYTES_IN_WORK, heap / FREE));
    return ofKeys(source, key, most);
  }

  /**
   * The same in other memory.
   *
   * @param most bytes that keys may take
   */
  static ImportMemory ofKeys(String source, Column key, long most) {
    return new ImportMemory(
        most,
        values -> BYTES_OF_A_KEY + (values.get(key) instanceof String text ? text.length() : 0),
        (rows, megabytes) -> ImportTooLargeException.keys(source, key.label(), rows, megabytes));
  }

  /**
   * Counts rows that are going to be held.
   *
   * @throws ImportTooLargeException if they are too many
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
