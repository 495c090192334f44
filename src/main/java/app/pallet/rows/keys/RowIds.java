package app.pallet.rows.keys;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A set of rows by their ids, 8 bytes each, such as those the user has selected. Immutable. */
public final class RowIds {

  /** No row. */
  public static final RowIds NONE = new RowIds(new long[0]);

  private final long[] sorted;

  private RowIds(long[] sorted) {
    this.sorted = sorted;
  }

  /** These rows, each once. */
  public static RowIds of(LongStream ids) {
    return new RowIds(ids.sorted().distinct().toArray());
  }

  /** Number of rows. */
  public int size() {
    return sorted.length;
  }

  /** Whether a row is among them. */
  public boolean contains(long id) {
    return Arrays.binarySearch(sorted, id) >= 0;
  }

  /** The ids from the smallest up. */
  public LongStream stream() {
    return Arrays.stream(sorted);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowIds ids && Arrays.equals(sorted, ids.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return sorted.length + " rows";
  }
}
