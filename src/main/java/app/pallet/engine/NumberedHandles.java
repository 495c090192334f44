package app.pallet.engine;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which handle the row of each row number has, so that a scan need not read keys. A row number may
 * be given to another row as soon as somebody commits, so what was gathered holds for one mark
 * only. Of one table; for any thread.
 */
public final class NumberedHandles {

  private static final long[] NOWHERE = {};

  private volatile Optional<Known> latest = Optional.empty();

  /** Nothing is known yet. */
  public NumberedHandles() {}

  /**
   * The handles of all rows.
   *
   * @param mark of the table's state
   * @return empty if they were gathered at another mark, or never
   */
  public Optional<Known> at(long mark) {
    return latest.filter(known -> known.mark == mark);
  }

  /**
   * The row number that a row had lately, which may be another row's by now: whoever reads that row
   * must compare its key.
   */
  public Optional<long[]> lately(long... handles) {
    return latest.map(known -> known.numbersOf(handles)).filter(numbers -> numbers.length > 0);
  }

  /** Gathers handles while all rows are read in the order of their numbers. One thread. */
  public final class Gathering {

    private final long mark;
    private long[] numbers = new long[1 << 10];
    private int[] handles = {}; // empty as long as each handle is its own place
    private int size;

    /**
     * No row yet.
     *
     * @param mark at which they are read
     */
    public Gathering(long mark) {
      this.mark = mark;
    }

    /** The next row. */
    public void add(long number, long handle) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size + (size >> 1));
      }
      if (handles.length == 0 && handle != size) {
        handles = new int[numbers.length];
        Arrays.setAll(handles, place -> place);
      }
      if (handles.length != 0) {
        handles = handles.length <= size ? Arrays.copyOf(handles, numbers.length) : handles;
        handles[size] = Math.toIntExact(handle);
      }
      numbers[size++] = number;
    }

    /** All rows are read. */
    public void end() {
      int[] all = handles.length == 0 ? handles : Arrays.copyOf(handles, size);
      latest = Optional.of(new Known(mark, Arrays.copyOf(numbers, size), all, places(all)));
    }

    private static int[] places(int... handles) {
      int[] places = new int[Arrays.stream(handles).max().orElse(-1) + 1];
      Arrays.fill(places, -1);
      for (int place = 0; place < handles.length; place++) {
        places[handles[place]] = place;
      }
      return places;
    }
  }

  /** The handles of all rows at one mark. Immutable. */
  public static final class Known {

    private final long mark;
    private final long[] numbers;
    private final int[] handles;
    private final int[] places;

    private Known(long mark, long[] numbers, int[] handles, int[] places) {
      this.mark = mark;
      this.numbers = numbers;
      this.handles = handles;
      this.places = places;
    }

    /**
     * The handle of a row.
     *
     * @throws IllegalArgumentException if there was no row with this number
     */
    public long handle(long number) {
      // Numbers are distinct, so where there are no gaps, both ends are the place itself.
      int last = numbers.length - 1;
      int from = last < 0 ? 0 : last - distance(number, numbers[last]);
      int to = last < 0 ? 0 : distance(numbers[0], number) + 1;
      int place = from < to ? Arrays.binarySearch(numbers, from, to, number) : -1;
      if (place < 0) {
        throw new IllegalArgumentException("No row has the number " + number);
      }
      return handles.length == 0 ? place : handles[place];
    }

    /** How far one number is above another, or all rows if it is further. */
    private int distance(long lower, long upper) {
      long distance = upper - lower; // below zero where it is too large
      int most = numbers.length - 1;
      return distance < 0 || distance > most ? most : (int) distance;
    }

    /** The numbers of some rows; none if one of them is not known. */
    private long[] numbersOf(long... wanted) {
      long[] found = new long[wanted.length];
      for (int i = 0; i < found.length; i++) {
        long handle = wanted[i];
        int place =
            handles.length == 0
                ? (int) Math.min(handle, numbers.length)
                : handle < places.length ? places[(int) handle] : -1;
        if (place < 0 || place >= numbers.length) {
          return NOWHERE;
        }
        found[i] = numbers[place];
      }
      return found;
    }
  }
}
