package app.pallet.ui.table.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet user means by selecting: an active cell, from which the newest rectangle
 * extends to its moving end, over the rectangles selected before it. Every gesture is one call. FX
 * thread.
 */
public final class RangeSelection {

  /** How far a rectangle reaches. */
  public enum Span {
    /** From corner to corner. */
    CELLS,
    /** Over whole rows. */
    ROWS,
    /** Over whole columns. */
    COLUMNS
  }

  private final ReadOnlyObjectWrapper<CellRanges> ranges =
      new ReadOnlyObjectWrapper<>(CellRanges.NONE);

  private int rowCount;
  private int columnCount;
  private CellRanges before = CellRanges.NONE;
  private List<CellRange> earlier = List.of(); // the rectangles that came before the newest one
  private Span span = Span.CELLS;
  private boolean removing;
  private @Nullable CellPosition active;
  private @Nullable CellPosition end;
  private long gesture;
  private long tabbed = -1; // the gesture that was the latest step by Tab
  private int tabbedFrom; // the column in which the first of these steps began
  private boolean adrift;

  /** The selected cells. Set after the active cell, so listeners see both. */
  public ReadOnlyObjectProperty<CellRanges> rangesProperty() {
    return ranges.getReadOnlyProperty();
  }

  /** The selected cells. */
  public CellRanges ranges() {
    return ranges.get();
  }

  /** The rectangles as they were selected; those that are left where cells were taken out again. */
  public List<CellRange> rectangles() {
    CellRange newest = newest().orElse(null);
    if (removing || newest == null) {
      return ranges().rectangles();
    }
    if (earlier.stream().anyMatch(rectangle -> rectangle.contains(newest))) {
      return earlier;
    }
    List<CellRange> all = new ArrayList<>(earlier);
    all.add(newest);
    return all;
  }

  /** The cell that is edited and moved from; empty in an empty grid. */
  public Optional<CellPosition> active() {
    return Optional.ofNullable(active);
  }

  /** The corner opposite to the active cell, which Shift with an arrow moves. */
  public Optional<CellPosition> end() {
    return Optional.ofNullable(end);
  }

  /** The upper left corner of the newest rectangle, where a paste goes. */
  public Optional<CellPosition> upperLeft() {
    return newest().map(range -> new CellPosition(range.firstRow(), range.firstColumn()));
  }

  /** The grid has this size now and other cells at its places: only the active place stays. */
  void resize(int rows, int columns) {
    rowCount = rows;
    columnCount = columns;
    if (rows == 0 || columns == 0) {
      active = null;
      end = null;
      before = CellRanges.NONE;
      earlier = List.of();
      ranges.set(CellRanges.NONE);
    } else {
      earlier = List.of();
      start(active().orElse(new CellPosition(0, 0)), Span.CELLS, CellRanges.NONE, false);
    }
  }

  /** Grows with each of the user's gestures, so that it tells whether there was another one. */
  long gesture() {
    return gesture;
  }

  /**
   * Whether the active cell is in a row that the user has not chosen, because the chosen one is not
   * shown. The next gesture chooses.
   */
  public boolean isAdrift() {
    return adrift;
  }

  /**
   * The rows have other places now.
   *
   * @param cell where the active one is
   * @param selected what is selected now; nothing for the active cell alone
   */
  void follow(int rows, int columns, CellPosition cell, CellRanges selected) {
    rowCount = rows;
    columnCount = columns;
    adrift = false;
    CellRanges newest = newestAt(cell).map(CellRanges::of).orElse(CellRanges.NONE);
    if (!selected.isEmpty() && selected.equals(newest) && active != null && end != null) {
      end = cell.moved(end.row() - active.row(), end.column() - active.column(), rows, columns);
      active = cell;
      before = CellRanges.NONE;
      earlier = List.of();
      update();
    } else {
      earlier = selected.rectangles(); // of the rows as they lie now
      start(cell, Span.CELLS, selected, !selected.isEmpty() && !selected.contains(cell));
    }
  }

  /** The row of the active cell is not shown: another one's is active in its place. */
  void setAdrift(int rows, int columns, CellPosition cell) {
    rowCount = rows;
    columnCount = columns;
    adrift = true;
    earlier = List.of();
    start(cell, Span.CELLS, CellRanges.NONE, false);
  }

  /** The newest rectangle as it would be if the active cell were another one. */
  private Optional<CellRange> newestAt(CellPosition cell) {
    if (active == null || end == null || span == Span.COLUMNS || removing) {
      return Optional.empty();
    }
    int row = cell.row() + end.row() - active.row();
    return row < 0 || row >= rowCount
        ? Optional.empty()
        : Optional.of(spanned(cell, new CellPosition(row, end.column())));
  }

  private void choose() {
    gesture++;
    adrift = false;
  }

  /** Whether every selected cell stands above a row. */
  boolean isBefore(int row) {
    return active != null
        && active.row() < row
        && ranges().bands().stream().allMatch(band -> band.lastRow() < row);
  }

  /** The grid has more rows now, behind those that are selected. */
  void grow(int rows) {
    rowCount = rows;
  }

  /** Selects one cell, row or column, and nothing else. */
  public void select(CellPosition cell, Span reach) {
    choose();
    earlier = List.of();
    start(cell, reach, CellRanges.NONE, false);
  }

  /** Selects one more cell, row or column, or one less if it is selected. */
  public void toggle(CellPosition cell, Span reach) {
    choose();
    earlier = rectangles();
    start(cell, reach, ranges(), isSelected(cell, reach));
  }

  /** Moves the newest rectangle's end. */
  public void extendTo(CellPosition cell) {
    if (active == null) {
      select(cell, Span.CELLS);
      return;
    }
    choose();
    end = cell.within(rowCount, columnCount);
    update();
  }

  /** Lets the newest rectangle reach over whole rows or columns. */
  public void widen(Span reach) {
    choose();
    span = reach;
    update();
  }

  /** Selects exactly one rectangle; its upper left cell becomes active. */
  public void select(CellRange range) {
    select(new CellPosition(range.firstRow(), range.firstColumn()), Span.CELLS);
    extendTo(new CellPosition(range.lastRow(), range.lastColumn()));
  }

  /** Selects every cell; the active one stays. */
  public void selectAll() {
    if (active == null) {
      return;
    }
    choose();
    CellRange all = new CellRange(0, 0, rowCount - 1, columnCount - 1);
    before = CellRanges.of(all);
    earlier = List.of(all);
    span = Span.CELLS;
    removing = false;
    end = active;
    update();
  }

  /** Leaves only the active cell selected. */
  public void collapse() {
    active().ifPresent(cell -> select(cell, Span.CELLS));
  }

  /** Makes the cell so far from the active one the only selected one. */
  public void move(int rows, int columns) {
    if (active != null) {
      select(active.moved(rows, columns, rowCount, columnCount), Span.CELLS);
    }
  }

  /** Moves sideways by Tab, which Enter comes back from. */
  public void tab(int columns) {
    int from = enterColumn();
    move(0, columns);
    tabbedFrom = from;
    tabbed = gesture;
  }

  /** Moves up or down by Enter, to the column in which the latest steps by Tab began. */
  public void enter(int rows) {
    move(rows, enterColumn() - active().map(CellPosition::column).orElse(0));
  }

  private int enterColumn() {
    return tabbed == gesture ? tabbedFrom : active().map(CellPosition::column).orElse(0);
  }

  /** Moves the newest rectangle's end so far. */
  public void extend(int rows, int columns) {
    if (end != null) {
      extendTo(end.moved(rows, columns, rowCount, columnCount));
    }
  }

  private void start(CellPosition cell, Span reach, CellRanges kept, boolean remove) {
    if (rowCount == 0 || columnCount == 0) {
      return;
    }
    active = cell.within(rowCount, columnCount);
    end = active;
    span = reach;
    before = kept;
    removing = remove;
    update();
  }

  private boolean isSelected(CellPosition cell, Span reach) {
    return switch (reach) {
      case CELLS, COLUMNS -> ranges().contains(cell);
      case ROWS -> ranges().columnsOf(cell.row()).cardinality() == columnCount;
    };
  }

  private void update() {
    newest().ifPresent(range -> ranges.set(removing ? before.minus(range) : before.plus(range)));
  }

  private Optional<CellRange> newest() {
    if (active == null || end == null) {
      return Optional.empty();
    }
    return Optional.of(spanned(active, end));
  }

  private CellRange spanned(CellPosition from, CellPosition to) {
    CellRange corners = CellRange.between(from, to);
    return switch (span) {
      case CELLS -> corners;
      case ROWS -> new CellRange(corners.firstRow(), 0, corners.lastRow(), columnCount - 1);
      case COLUMNS -> new CellRange(0, corners.firstColumn(), rowCount - 1, corners.lastColumn());
    };
  }
}
