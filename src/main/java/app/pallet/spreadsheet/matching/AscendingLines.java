package app.pallet.spreadsheet.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line for each of some keys that come in ascending order: they are only appended, one behind the
 * other in memory. Confined to one thread.
 */
final class AscendingLines {

  private static final int FIRST_CAPACITY = 64;

  private @Nullable Object[] keys = new @Nullable Object[FIRST_CAPACITY];
  private long[] lines = new long[FIRST_CAPACITY];
  private int size;

  /**
   * Whether a key is greater than all that are there.
   *
   * @param key comparable to them
   */
  boolean isBeyond(Object key) {
    return size == 0 || Arrays.binarySearch(keys, size - 1, size, key) == -size - 1;
  }

  /** Appends a key that is greater than all that are there. */
  void append(Object key, long line) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
    }
    keys[size] = key;
    lines[size++] = line;
  }

  /** Place of a key; below 0 if it is not there. */
  int indexOf(Object key) {
    return Arrays.binarySearch(keys, 0, size, key);
  }

  /** The line at a place. */
  long lineAt(int place) {
    return lines[place];
  }

  /** Puts another line at a place. */
  void setLine(int place, long line) {
    lines[place] = line;
  }
}
