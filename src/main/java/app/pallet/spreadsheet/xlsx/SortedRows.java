package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.source.TextRow;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of a sheet sorted by their numbers, for a sheet that holds them in another order. The
 * sheet is read as often as necessary. Each time, as many of the next rows are kept as fit into
 * little memory. Mostly the sheet is read once.
 */
final class SortedRows implements SheetReading {

  /**
   * The approximate number of characters that may be held. Each cell counts as a few in addition.
   */
  static final int MOST_HELD = 1 << 23;

  private static final int CELL = 16;
  private static final int PLACE_BITS = 40;

  private final Opening opening;
  private final int mostHeld;

  /**
   * Rows by a key that is made of their number and, in its lower bits, their place in the sheet.
   */
  private final TreeMap<Long, TextRow> held = new TreeMap<>();

  private boolean all;
  private long latest = -1;
  private int rowNumber;

  /** Opens the sheet at its first row. */
  @FunctionalInterface
  interface Opening {
    SheetReading open() throws IOException;
  }

  SortedRows(Opening opening, int mostHeld) {
    this.opening = opening;
    this.mostHeld = mostHeld;
  }

  @Override
  public Optional<TextRow> next(int width) throws IOException {
    if (held.isEmpty() && !all) {
      fill();
    }
    if (held.isEmpty()) {
      return Optional.empty();
    }
    latest = held.firstKey();
    TextRow row = held.pollFirstEntry().getValue();
    rowNumber = (int) row.line();
    return Optional.of(row.padded(width));
  }

  private void fill() throws IOException {
    long size = 0;
    long end = Long.MAX_VALUE;
    try (SheetReading rows = opening.open()) {
      long place = 0;
      for (var row = rows.next(0); row.isPresent(); row = rows.next(0)) {
        long key = (row.get().line() << PLACE_BITS) + place++;
        if (key > latest && key < end) {
          held.put(key, row.get());
          size += size(row.get());
          while (size > mostHeld && held.size() > 1) {
            end = held.lastKey();
            size -= size(held.pollLastEntry().getValue());
          }
        }
      }
    }
    all = end == Long.MAX_VALUE;
  }

  private static long size(TextRow row) {
    long size = 0;
    for (String cell : row.cells()) {
      size += CELL + cell.length();
    }
    return size;
  }

  @Override
  public int rowNumber() {
    return rowNumber;
  }

  @Override
  public void close() {}
}
