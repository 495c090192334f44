package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.source.TextRow;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of a sheet by their numbers, where the sheet holds them in another order. Reads the
 * sheet as often as it takes, and each time keeps as many of the rows that come next as fit into
 * little memory; mostly that is once.
 */
final class SortedRows implements SheetReading {

  /** Characters that are held, about; each cell counts as some. */
  static final int MOST_HELD = 1 << 23;

  private static final int CELL = 16;
  private static final int PLACE_BITS = 40;

  private final Opening opening;
  private final int mostHeld;

  /** Rows by their number, and their place in the sheet below it. */
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
