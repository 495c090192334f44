package app.pallet.ui.table.selection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * Any set of cells, as bands: runs of rows in which the same columns belong to it. Bands are
 * sorted, don't overlap and never touch a neighbour with the same columns, so a set has one form
 * only, a million selected rows are one band, and asking for a cell is a binary search. Immutable.
 */
public final class CellRanges {

  /** No cell. */
  static final CellRanges NONE = new CellRanges(List.of());

  /**
   * Rows with the same selected columns.
   *
   * @param columns never changed once it is in a band
   */
  public record Band(int firstRow, int lastRow, BitSet columns) {

    int rowCount() {
      return lastRow - firstRow + 1;
    }

    long cellCount() {
      return (long) rowCount() * columns.cardinality();
    }
  }

  private final List<Band> bands;

  private CellRanges(List<Band> bands) {
    this.bands = bands;
  }

  /** The cells of one rectangle. */
  static CellRanges of(CellRange range) {
    return NONE.plus(range);
  }

  /** Rows with the columns that belong to the set in each. */
  static CellRanges ofRows(SortedMap<Integer, BitSet> columns) {
    Joiner joined = new Joiner();
    columns.forEach((row, selected) -> joined.add(row, row, selected));
    return joined.bands.isEmpty() ? NONE : new CellRanges(List.copyOf(joined.bands));
  }

  /** From top to bottom. */
  public List<Band> bands() {
    return bands;
  }

  /** The same cells as rectangles that don't overlap, band by band. */
  List<CellRange> rectangles() {
    List<CellRange> rectangles = new ArrayList<>();
    for (Band band : bands) {
      int first = band.columns.nextSetBit(0);
      while (first >= 0) {
        int end = band.columns.nextClearBit(first);
        rectangles.add(new CellRange(band.firstRow, first, band.lastRow, end - 1));
        first = band.columns.nextSetBit(end);
      }
    }
    return rectangles;
  }

  boolean isEmpty() {
    return bands.isEmpty();
  }

  /** How many rows have a cell in the set. */
  int rowCount() {
    return bands.stream().mapToInt(Band::rowCount).sum();
  }

  /** How many cells there are. */
  long cellCount() {
    return bands.stream().mapToLong(Band::cellCount).sum();
  }

  /** Whether a cell belongs to the set. */
  public boolean contains(CellPosition cell) {
    return columnsOf(cell.row()).get(cell.column());
  }

  /** The columns that belong to the set in a row; not to be changed. */
  public BitSet columnsOf(int row) {
    int low = 0;
    int high = bands.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Band band = bands.get(middle);
      if (row < band.firstRow) {
        high = middle - 1;
      } else if (row > band.lastRow) {
        low = middle + 1;
      } else {
        return band.columns;
      }
    }
    return new BitSet(0);
  }

  /** The index of the n-th row that has a cell in the set. */
  int rowAt(int n) {
    int left = n;
    for (Band band : bands) {
      if (left < band.rowCount()) {
        return band.firstRow + left;
      }
      left -= band.rowCount();
    }
    throw new IndexOutOfBoundsException(n);
  }

  /** The n-th cell, row by row. */
  CellPosition cellAt(long n) {
    long left = n;
    for (Band band : bands) {
      if (left < band.cellCount()) {
        int width = band.columns.cardinality();
        int column = band.columns.nextSetBit(0);
        for (long skip = left % width; skip > 0; skip--) {
          column = band.columns.nextSetBit(column + 1);
        }
        return new CellPosition((int) (band.firstRow + left / width), column);
      }
      left -= band.cellCount();
    }
    throw new IndexOutOfBoundsException("cell " + n);
  }

  /** These cells and those of a rectangle. */
  CellRanges plus(CellRange range) {
    BitSet added = columns(range);
    return combine(
        range,
        added,
        had -> {
          BitSet both = (BitSet) had.clone();
          both.or(added);
          return both;
        });
  }

  /** These cells without those of a rectangle. */
  CellRanges minus(CellRange range) {
    BitSet removed = columns(range);
    return combine(
        range,
        new BitSet(0),
        had -> {
          BitSet rest = (BitSet) had.clone();
          rest.andNot(removed);
          return rest;
        });
  }

  private static BitSet columns(CellRange range) {
    BitSet columns = new BitSet();
    columns.set(range.firstColumn(), range.lastColumn() + 1);
    return columns;
  }

  /**
   * Cuts the bands at the rectangle's edges.
   *
   * @param fresh what a row of the rectangle gets that had no cell yet
   * @param change gives a row of the rectangle its new cells where it had some
   */
  private CellRanges combine(CellRange range, BitSet fresh, UnaryOperator<BitSet> change) {
    Joiner result = new Joiner();
    int next = range.firstRow(); // the first row of the rectangle that isn't in the result yet
    for (Band band : bands) {
      if (band.lastRow >= range.firstRow()) {
        int gapEnd = Math.min(band.firstRow - 1, range.lastRow());
        result.add(next, gapEnd, fresh);
        next = Math.max(next, gapEnd + 1);
      }
      int from = Math.max(band.firstRow, range.firstRow());
      int to = Math.min(band.lastRow, range.lastRow());
      if (from > to) {
        result.add(band.firstRow, band.lastRow, band.columns);
        continue;
      }
      result.add(band.firstRow, from - 1, band.columns);
      result.add(from, to, change.apply(band.columns));
      result.add(to + 1, band.lastRow, band.columns);
      next = to + 1;
    }
    result.add(next, range.lastRow(), fresh);
    return result.bands.isEmpty() ? NONE : new CellRanges(List.copyOf(result.bands));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellRanges that && bands.equals(that.bands);
  }

  @Override
  public int hashCode() {
    return bands.hashCode();
  }

  @Override
  public String toString() {
    return bands.toString();
  }

  /** Collects bands from top to bottom and joins neighbours with the same columns. */
  private static final class Joiner {

    private final List<Band> bands = new ArrayList<>();

    void add(int firstRow, int lastRow, BitSet columns) {
      if (lastRow < firstRow || columns.isEmpty()) {
        return;
      }
      if (!bands.isEmpty()) {
        Band last = bands.getLast();
        if (last.lastRow + 1 == firstRow && last.columns.equals(columns)) {
          bands.set(bands.size() - 1, new Band(last.firstRow, lastRow, columns));
          return;
        }
      }
      bands.add(new Band(firstRow, lastRow, columns));
    }
  }
}
