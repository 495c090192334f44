package app.pallet.workspace;

import app.pallet.change.RowMapping;
import app.pallet.change.RowValues;
import java.util.List;

/**
 * Estimates the memory that the rows of an import take which are held all at once, and refuses more
 * than there should be, long before there is none left. Confined to one thread.
 */
final class HeldRows {

  /** The part of the heap that a window's import may have; what it becomes needs as much. */
  private static final int SHARE = 3;

  /**
   * What a row takes beside its cells: as it was read, matched, and merged with what is pending.
   */
  private static final long BYTES_OF_A_ROW = 600;

  private static final long BYTES_OF_A_CELL = 40;
  private static final int MEGABYTE = 1 << 20;

  private final long most;
  private final TooMany tooMany;
  private long bytes;
  private long rows;

  /** What is said of too many rows. */
  private interface TooMany {
    ImportTooLargeException after(long rows, long megabytes);
  }

  private HeldRows(long most, TooMany tooMany) {
    this.most = most;
    this.tooMany = tooMany;
  }

  /**
   * Rows that are looked at before they are taken; nothing is held yet.
   *
   * @param source what the user calls it
   */
  static HeldRows ofWindow(String source) {
    return new HeldRows(
        Runtime.getRuntime().maxMemory() / SHARE,
        (rows, megabytes) -> ImportTooLargeException.window(source, rows, megabytes));
  }

  /**
   * Rows that are committed together without anybody looking at them, of which each takes half to
   * three quarters of what is reckoned here; nothing is held yet.
   *
   * @param source what the user calls it
   */
  static HeldRows ofTransaction(String source) {
    return new HeldRows(
        Runtime.getRuntime().maxMemory(),
        (rows, megabytes) -> ImportTooLargeException.transaction(source, rows, megabytes));
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
