package app.pallet.rows.keys;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The ids of a query's rows in their order, as they were at one moment: 8 bytes a row. Where a row
 * stands is looked up here, so a page costs the same at the beginning and at the end. Immutable,
 * for any thread.
 */
public final class KeySnapshot {

  /** No rows. */
  public static final KeySnapshot EMPTY = new KeySnapshot(new long[0][], 0);

  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final long[][] chunks;
  private final int size;

  private KeySnapshot(long[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  /** These ids in this order. */
  public static KeySnapshot of(long... ids) {
    Builder keys = new Builder();
    Arrays.stream(ids).forEach(keys::add);
    return keys.build();
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /**
   * The id of a row.
   *
   * @param index of the row, from 0
   */
  public long idAt(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size + " rows");
    }
    return chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)];
  }

  /** The ids from one index up to, and without, another. */
  public long[] ids(int from, int to) {
    long[] ids = new long[to - from];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = idAt(from + i);
    }
    return ids;
  }

  /** All ids in their order. */
  public LongStream stream() {
    return IntStream.iterate(0, from -> from < size, from -> from + CHUNK)
        .mapToObj(
            from -> Arrays.stream(chunks[from >>> CHUNK_BITS], 0, Math.min(CHUNK, size - from)))
        .flatMapToLong(Function.identity());
  }

  /** The index of a row, or -1. Looks at every id: a millisecond for a million. */
  public int indexOf(long id) {
    for (int from = 0; from < size; from += CHUNK) {
      long[] chunk = chunks[from >>> CHUNK_BITS];
      int count = Math.min(CHUNK, size - from);
      for (int i = 0; i < count; i++) {
        if (chunk[i] == id) {
          return from + i;
        }
      }
    }
    return -1;
  }

  /**
   * The index of each of some rows, or -1. Looks at every id once, whatever the number of rows
   * asked for.
   */
  public int[] indicesOf(long... ids) {
    long[] sorted = Arrays.stream(ids).sorted().distinct().toArray();
    int[] places = new int[sorted.length];
    Arrays.fill(places, -1);
    int left = sorted.length;
    for (int from = 0; from < size && left > 0; from += CHUNK) {
      long[] chunk = chunks[from >>> CHUNK_BITS];
      int count = Math.min(CHUNK, size - from);
      for (int i = 0; i < count && left > 0; i++) {
        if (chunk[i] >= sorted[0] && chunk[i] <= sorted[sorted.length - 1]) {
          int found = Arrays.binarySearch(sorted, chunk[i]);
          if (found >= 0 && places[found] < 0) {
            places[found] = from + i;
            left--;
          }
        }
      }
    }
    return Arrays.stream(ids).mapToInt(id -> places[Arrays.binarySearch(sorted, id)]).toArray();
  }

  /**
   * How many rows at the beginning are the same as in another snapshot: a millisecond a million.
   */
  @SuppressWarnings("ReferenceEquality") // snapshots often share their chunks
  public int sameStart(KeySnapshot other) {
    int both = Math.min(size, other.size);
    for (int from = 0; from < both; from += CHUNK) {
      long[] mine = chunks[from >>> CHUNK_BITS];
      long[] theirs = other.chunks[from >>> CHUNK_BITS];
      int count = Math.min(CHUNK, both - from);
      int differs = mine == theirs ? -1 : Arrays.mismatch(mine, 0, count, theirs, 0, count);
      if (differs >= 0) {
        return from + differs;
      }
    }
    return both;
  }

  /** Gathers ids without ever copying those it has. Confined to one thread. */
  public static final class Builder {

    private long[][] chunks = new long[16][];
    private int size;
    private RowIds leftOut = RowIds.NONE;

    /** Takes none of these ids from now on. */
    public void leaveOut(RowIds ids) {
      leftOut = ids;
    }

    /** Adds an id at the end, unless it is to be left out. */
    public void add(long id) {
      if (leftOut.contains(id)) {
        return;
      }
      int chunk = size >>> CHUNK_BITS;
      if ((size & (CHUNK - 1)) == 0) {
        if (chunk == chunks.length) {
          chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        chunks[chunk] = new long[CHUNK];
      }
      chunks[chunk][size & (CHUNK - 1)] = id;
      size = Math.incrementExact(size);
    }

    /** How many there are so far. */
    public int size() {
      return size;
    }

    /** Adds those of some ids that are not among these, at the end; looks at every id. */
    public void addMissing(KeySnapshot others) {
      if (others.size() == 0) {
        return;
      }
      Set<Long> missing = new LinkedHashSet<>();
      others.stream().forEach(missing::add);
      soFar().stream().forEach(missing::remove);
      missing.forEach(this::add);
    }

    /** Adds the ids of another snapshot, at the end. */
    public void addAll(KeySnapshot others) {
      others.stream().forEach(this::add);
    }

    /** What is here now, sharing the memory of what is added later; costs nothing. */
    public KeySnapshot soFar() {
      return new KeySnapshot(chunks, size);
    }

    /** What is here now, in memory of its own. */
    public KeySnapshot build() {
      int used = (size + CHUNK - 1) >>> CHUNK_BITS;
      long[][] full = Arrays.copyOf(chunks, used);
      if ((size & (CHUNK - 1)) != 0) {
        full[used - 1] = Arrays.copyOf(full[used - 1], size & (CHUNK - 1));
      }
      return new KeySnapshot(full, size);
    }
  }
}
