package app.pallet.workspace;

import app.pallet.change.RowMapping;
import app.pallet.change.RowValues;
import java.util.List;

/**
 * Estimates the memory that the rows of an import take which are held all at once, and refuses more
 * than there should be, long before there is none left. Confined to one thread.
 */
final class HeldRows {

  /** The part of the heap that an import may have; what it becomes when taken needs as much. */
  private static final int SHARE = 3;

  /**
   * What a row takes beside its cells: as it was read, matched, and merged with what is pending.
   */
  private static final long BYTES_OF_A_ROW = 600;

  private static final long BYTES_OF_A_CELL = 40;
  private static final int MEGABYTE = 1 << 20;

  private final TooMany tooMany;
  private final long most = Runtime.getRuntime().maxMemory() / SHARE;
  private long bytes;
  private long rows;

  /** What is said of too many rows. */
  interface TooMany {
    /**
     * The failure.
     *
     * @param rows that could be held
     * @param megabytes that they may take
     */
    ImportTooLargeException after(long rows, long megabytes);
  }

  /** Rows of which nothing is held yet. */
  HeldRows(TooMany tooMany) {
    this.tooMany = tooMany;
  }

  /**
   * Counts rows that are going to be held.
   *
   * @throws ImportTooLargeException if they are too many
   */
  void add(List<RowMapping> more) {
    for (RowMapping row : more) {
      bytes += bytes(row.values());
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
