package app.pallet.spreadsheet.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line for each key of a source. A key that is greater than all before it, as in an exported
 * file, can't have come already, so it is only appended. The other keys are hashed. This takes a
 * third of the memory of a map, and a key is found with one jump instead of three. Confined to one
 * thread.
 */
final class LineTable {

  /** The line of a key that is not there. */
  static final long NONE = -1;

  private static final int FIRST_CAPACITY = 64;
  private static final int MULTIPLIER = 0x9E3779B9;

  /** Keys that were greater than all before them. The others are in the table. */
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

  /** Sets the line of a key, in place of the one it has. */
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

  /** Sets the line of a key that has none. Returns the line that it had, or {@link #NONE}. */
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
   * The lines of keys that come in ascending order. They are only appended, one behind the other in
   * memory. Confined to one thread.
   */
  private static final class AscendingLines {

    private static final int FIRST_CAPACITY = 64;

    private @Nullable Object[] keys = new @Nullable Object[FIRST_CAPACITY];
    private long[] lines = new long[FIRST_CAPACITY];
    private int size;

    /**
     * Whether a key is greater than all keys so far.
     *
     * @param key comparable to the other keys
     */
    boolean isBeyond(Object key) {
      return size == 0 || Arrays.binarySearch(keys, size - 1, size, key) == -size - 1;
    }

    /** Appends a key that is greater than all keys so far. */
    void append(Object key, long line) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
        lines = Arrays.copyOf(lines, size * 2);
      }
      keys[size] = key;
      lines[size++] = line;
    }

    /** The place of a key; negative if it is not there. */
    int indexOf(Object key) {
      return Arrays.binarySearch(keys, 0, size, key);
    }

    /** The line at a place. */
    long lineAt(int place) {
      return lines[place];
    }

    /** Replaces the line at a place. */
    void setLine(int place, long line) {
      lines[place] = line;
    }
  }
}
