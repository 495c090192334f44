package app.pallet.ui.table.selection;

import app.pallet.change.RowKey;
import app.pallet.ui.table.cells.GridModel;
import app.pallet.workspace.view.RowOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the selection on its rows while they change places, come and go. A row that leaves the view
 * and comes back, before the user has selected anything else, is selected again. FX thread.
 */
public final class SelectedRows {

  /** Of more selected rows only the cursor's is followed: all of them would take too long. */
  private static final int MOST = 10_000;

  /** Rows above and below that are tried in place of the cursor's own. */
  private static final int NEIGHBOURS = 200;

  private final GridModel model;
  private final RangeSelection selection;
  private RowOrder order;
  private @Nullable Wanted wanted;

  /** Follows the rows of a model. */
  public SelectedRows(GridModel model, RangeSelection selection) {
    this.model = model;
    this.selection = selection;
    this.order = model.order();
  }

  /** The selected columns of a row. */
  private record Marked(RowKey row, BitSet columns) {}

  /**
   * What the user has selected.
   *
   * @param gesture the user's latest one, which selected it
   * @param cursor the row of the active cell
   * @param place where the cursor stood
   * @param neighbours the rows beside the cursor's, the first choice first
   * @param marked the selected rows, as far as they are followed
   */
  private record Wanted(
      long gesture,
      RowKey cursor,
      CellPosition place,
      List<RowKey> neighbours,
      List<Marked> marked) {

    /** The same with the new keys of rows that are in the database now. */
    Wanted stored(Map<RowKey.New, RowKey.Stored> ids) {
      return new Wanted(
          gesture,
          SelectedRows.stored(cursor, ids),
          place,
          neighbours.stream().map(key -> SelectedRows.stored(key, ids)).toList(),
          marked.stream()
              .map(row -> new Marked(SelectedRows.stored(row.row(), ids), row.columns()))
              .toList());
    }
  }

  /** The key a row has once these are in the database. */
  public static RowKey stored(RowKey key, Map<RowKey.New, RowKey.Stored> ids) {
    RowKey now = key instanceof RowKey.New added ? ids.get(added) : null;
    return now == null ? key : now;
  }

  /** The table shows other columns now: the cursor stays, and its row. */
  public void columnsChanged(int columns) {
    wanted = null;
    selection.resize(order.size(), columns);
  }

  /** Rows to be added get their keys in the database. To be told before they leave the view. */
  public void rowsStored(Map<RowKey.New, RowKey.Stored> ids) {
    wanted().ifPresent(rows -> wanted = rows.stored(ids));
  }

  /** Other rows are there, or in another order: selects those again that were selected. */
  public void follow(int columns) {
    Optional<Wanted> rows = wanted();
    RowOrder before = order;
    order = model.order();
    if (rows.isEmpty() || order.size() == 0 || columns == 0) {
      selection.resize(order.size(), columns);
    } else if (wanted == null && selection.isBefore(order.sameStart(before))) {
      selection.grow(order.size());
    } else {
      wanted = rows.get();
      select(rows.get(), columns);
    }
  }

  private Optional<Wanted> wanted() {
    if (wanted != null && wanted.gesture() != selection.gesture()) {
      wanted = null;
    }
    return Optional.ofNullable(wanted).or(() -> selection.active().map(this::wanted));
  }

  private Wanted wanted(CellPosition active) {
    int row = active.row();
    List<RowKey> neighbours = new ArrayList<>();
    for (int next = row + 1; next < Math.min(order.size(), row + NEIGHBOURS); next++) {
      neighbours.add(order.keyAt(next));
    }
    for (int previous = row - 1; previous >= Math.max(0, row - NEIGHBOURS); previous--) {
      neighbours.add(order.keyAt(previous));
    }
    return new Wanted(selection.gesture(), order.keyAt(row), active, neighbours, marked());
  }

  private List<Marked> marked() {
    List<Marked> marked = new ArrayList<>();
    if (selection.ranges().rowCount() > 1 && selection.ranges().rowCount() <= MOST) {
      for (CellRanges.Band band : selection.ranges().bands()) {
        for (int row = band.firstRow(); row <= band.lastRow(); row++) {
          marked.add(new Marked(order.keyAt(row), band.columns()));
        }
      }
    }
    return marked;
  }

  private void select(Wanted rows, int columns) {
    List<RowKey> keys = new ArrayList<>(1 + rows.neighbours().size() + rows.marked().size());
    keys.add(rows.cursor());
    rows.marked().forEach(row -> keys.add(row.row()));
    keys.addAll(rows.neighbours());
    int[] places = order.indicesOf(keys);
    int column = Math.min(rows.place().column(), columns - 1);
    if (places[0] >= 0) {
      CellRanges found = CellRanges.NONE;
      if (!rows.marked().isEmpty()) {
        found = CellRanges.ofRows(columnsByRow(rows.marked(), places));
      }
      selection.follow(order.size(), columns, new CellPosition(places[0], column), found);
    } else {
      int neighbour = rows.place().row();
      for (int i = 1 + rows.marked().size(); i < places.length; i++) {
        if (places[i] >= 0) {
          neighbour = places[i];
          break;
        }
      }
      CellPosition cell = new CellPosition(neighbour, column).within(order.size(), columns);
      selection.setAdrift(order.size(), columns, cell);
    }
  }

  private static SortedMap<Integer, BitSet> columnsByRow(List<Marked> marked, int[] places) {
    SortedMap<Integer, BitSet> columns = new TreeMap<>();
    for (int i = 0; i < marked.size(); i++) {
      if (places[1 + i] >= 0) {
        columns.put(places[1 + i], marked.get(i).columns());
      }
    }
    return columns;
  }
}
