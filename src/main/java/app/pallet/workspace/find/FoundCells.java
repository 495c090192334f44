package app.pallet.workspace.find;

import app.pallet.schema.Column;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The cells in which something was found, in the order of the rows, and what replacing it does to
 * them: {@code changed}, {@code same}, {@code problems}, {@code deleted} and {@code readOnly} add
 * up to {@link #count} where it is replaced. Immutable.
 */
public final class FoundCells {

  /** A cell by the index of its row and its column. */
  public record Cell(int row, Column column) {}

  /**
   * What becomes of the cells.
   *
   * @param changed cells that get another value
   * @param same cells that have the value already
   * @param problems cells that get a text which their column can't take
   * @param deleted cells of rows that are to be deleted, which stay
   * @param readOnly cells that can't be written, which stay
   */
  public record Outcome(long changed, long same, long problems, long deleted, long readOnly) {}

  private static final int COLUMN_BITS = 16;

  private final List<Column> columns;
  private final long[] places;
  private final Outcome outcome;
  private final long undecided;
  private final SequencedMap<Column, Long> elsewhere;

  /**
   * What was found.
   *
   * @param places of row and column, ascending
   */
  FoundCells(
      List<Column> columns,
      long[] places,
      Outcome outcome,
      long undecided,
      Map<Column, Long> elsewhere) {
    this.columns = List.copyOf(columns);
    this.places = places;
    this.outcome = outcome;
    this.undecided = undecided;
    this.elsewhere = new LinkedHashMap<>(elsewhere);
  }

  /** Nothing. */
  public static FoundCells none() {
    return new FoundCells(List.of(), new long[0], new Outcome(0, 0, 0, 0, 0), 0, Map.of());
  }

  /** The place of a cell, so that cells are in the order of their rows, then of their columns. */
  static long place(int row, int column) {
    return (long) row << COLUMN_BITS | column;
  }

  /** How many cells have it. */
  public int count() {
    return places.length;
  }

  /** The cell of a number from 0. */
  public Cell cell(int number) {
    long place = places[number];
    return new Cell(
        (int) (place >> COLUMN_BITS), columns.get((int) (place & (1 << COLUMN_BITS) - 1)));
  }

  /** The number of a cell from 0; -1 if nothing was found in it. */
  public int numberOf(int row, Column column) {
    int index = columns.indexOf(column);
    return index < 0 ? -1 : Math.max(-1, Arrays.binarySearch(places, place(row, index)));
  }

  /**
   * The number of the found cell that comes next after a cell, round the end.
   *
   * @param column one that is shown
   * @param step 1 for forward, -1 for backward
   */
  public int next(int row, Column column, int step) {
    int at = Arrays.binarySearch(places, place(row, columns.indexOf(column)));
    int after = at >= 0 ? at + 1 : -at - 1;
    int before = at >= 0 ? at - 1 : -at - 2;
    return Math.floorMod(step > 0 ? after : before, places.length);
  }

  /** What replacing does; all 0 if nothing is to be put in its place. */
  public Outcome outcome() {
    return outcome;
  }

  /** Cells for which the expression takes too long; they don't count as found. */
  public long undecided() {
    return undecided;
  }

  /** How many cells of other columns have it, if there are none where it was looked for. */
  public SequencedMap<Column, Long> elsewhere() {
    return elsewhere;
  }
}
