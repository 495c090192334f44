package app.pallet.spreadsheet.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line for each key of a source. Keys that come in ascending order, as in a file that was
 * exported before, can't have come already, so they are only appended. The other ones are hashed:
 * in a third of the memory of a map, and found with one jump instead of three. Confined to one
 * thread.
 */
final class LineTable {

  /** The line of a key that is not there. */
  static final long NONE = -1;

  private static final int FIRST_CAPACITY = 64;
  private static final int MULTIPLIER = 0x9E3779B9;

  /** Keys greater than all before them; the others are in the table. */
  private final AscendingLines ascending = new AscendingLines();

  /** Open addressing; a power of two. */
  private @Nullable Object[] keys = new @Nullable Object[FIRST_CAPACITY];

  private long[] lines = new long[FIRST_CAPACITY];
  private int size;

  /**
   * The line of a key, or {@link #NONE}.
   *
   * @param key comparable to the other ones
   */
  long get(Object key) {
    int appended = ascending.indexOf(key);
    if (appended >= 0) {
      return ascending.lineAt(appended);
    }
    int at = place(keys, key);
    return keys[at] == null ? NONE : lines[at];
  }

  /** Gives a key a line in place of the one it has. */
  void put(Object key, long line) {
    if (ascending.isBeyond(key)) {
      ascending.append(key, line);
      return;
    }
    int appended = ascending.indexOf(key);
    if (appended >= 0) {
      ascending.setLine(appended, line);
      return;
    }
    int at = place(keys, key);
    if (keys[at] == null) {
      add(at, key, line);
    } else {
      lines[at] = line;
    }
  }

  /** Gives a key a line if it has none; the one it has, or {@link #NONE}. */
  long putIfAbsent(Object key, long line) {
    if (ascending.isBeyond(key)) {
      ascending.append(key, line);
      return NONE;
    }
    int appended = ascending.indexOf(key);
    if (appended >= 0) {
      return ascending.lineAt(appended);
    }
    int at = place(keys, key);
    if (keys[at] != null) {
      return lines[at];
    }
    add(at, key, line);
    return NONE;
  }

  private void add(int at, Object key, long line) {
    keys[at] = key;
    lines[at] = line;
    size++;
    if (size * 4L > keys.length * 3L) {
      grow();
    }
  }

  private void grow() {
    @Nullable Object[] larger = new @Nullable Object[keys.length * 2];
    long[] moved = new long[larger.length];
    for (int i = 0; i < keys.length; i++) {
      Object key = keys[i];
      if (key != null) {
        int at = place(larger, key);
        larger[at] = key;
        moved[at] = lines[i];
      }
    }
    keys = larger;
    lines = moved;
  }

  /** Where a key is, or the free place where it belongs. */
  private static int place(@Nullable Object[] table, Object key) {
    int mask = table.length - 1;
    int hash = key.hashCode() * MULTIPLIER;
    int at = (hash ^ hash >>> 16) & mask;
    for (Object held = table[at]; held != null && !key.equals(held); held = table[at]) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /**
   * A line for each of some keys that come in ascending order: they are only appended, one behind
   * the other in memory. Confined to one thread.
   */
  private static final class AscendingLines {

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
}
