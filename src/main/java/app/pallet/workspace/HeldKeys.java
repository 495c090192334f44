package app.pallet.workspace;

import app.pallet.change.RowMapping;
import app.pallet.schema.Column;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Reckons the memory of the keys by which a streamed import tells rows apart, the one thing that
 * grows with its length, and ends it long before there is none left. Confined to one thread.
 */
final class HeldKeys {

  private static final int MEGABYTE = 1 << 20;

  /** What the rows in work need, however large the heap is. */
  private static final long BYTES_IN_WORK = 80 * MEGABYTE;

  /** The part of a large heap that is left free, so that garbage is collected in time. */
  private static final int FREE = 4;

  /** The part of a small heap that keys may have. */
  private static final int SMALL = 3;

  /** A key, its line and the places that are kept free, beside its characters. */
  private static final long BYTES_OF_A_KEY = 66;

  private final String source;
  private final Column key;
  private final LongSupplier committed;
  private final long most;
  private long bytes;
  private long rows;

  /**
   * Keys of which nothing is held yet, in the memory that Java may have here.
   *
   * @param source what the user calls it
   * @param committed rows that were written so far, for the message
   */
  HeldKeys(String source, Column key, LongSupplier committed) {
    this(source, key, committed, most(Runtime.getRuntime().maxMemory()));
  }

  private static long most(long heap) {
    return Math.max(heap / SMALL, heap - Math.max(BYTES_IN_WORK, heap / FREE));
  }

  /**
   * The same in other memory.
   *
   * @param most bytes that they may take
   */
  HeldKeys(String source, Column key, LongSupplier committed, long most) {
    this.source = source;
    this.key = key;
    this.committed = committed;
    this.most = most;
  }

  /**
   * Counts rows whose keys are going to be held.
   *
   * @throws ImportTooLargeException if they are too many
   */
  void add(List<RowMapping> more) {
    for (RowMapping row : more) {
      Object value = row.values().get(key);
      bytes += value instanceof String text ? BYTES_OF_A_KEY + text.length() : BYTES_OF_A_KEY;
    }
    if (bytes > most) {
      throw ImportTooLargeException.keys(
          source, key.label(), rows, Math.max(1, most / MEGABYTE), committed.getAsLong());
    }
    rows += more.size();
  }
}
