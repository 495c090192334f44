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

  /** The part of the heap that keys may have; the rows in work need the rest. */
  private static final int SHARE = 2;

  /** A key, its line and the places that are kept free, beside its characters. */
  private static final long BYTES_OF_A_KEY = 90;

  private static final int MEGABYTE = 1 << 20;

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
    this(source, key, committed, Runtime.getRuntime().maxMemory() / SHARE);
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
