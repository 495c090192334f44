package app.pallet.ui.session;

import app.pallet.change.RowKey;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.ui.status.StatusViewModel;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes from one cell that has a word of the search to the next, round the end of the table. Looks
 * at the columns that are shown. FX thread; rows that are not at hand are read on another one.
 */
public final class SearchHits {

  /** Rows read at a time. Nearly every row that a search shows has a hit. */
  private static final int PORTION = 200;

  /** Rows after which it is likely that only columns that are not shown have hits. */
  private static final int MOST = 10_000;

  private final Workspace workspace;
  private final ProductTable table;
  private final StatusViewModel status;
  private long asked;

  /** The hits of the search of a workspace, to be shown in its table. */
  public SearchHits(Workspace workspace, ProductTable table, StatusViewModel status) {
    this.workspace = workspace;
    this.table = table;
    this.status = status;
  }

  /** A cell by the places of its row and of its column among those that are looked at. */
  private record Cell(int row, int column) {}

  /**
   * One walk through the table.
   *
   * @param step 1 for forward, -1 for backward
   */
  private record Walk(
      long number, RowQuery query, RowOrder order, List<Column> columns, Cell from, int step) {

    /** The row that is so many steps away. */
    int row(int away) {
      return Math.floorMod(from.row + away * step, order.size());
    }
  }

  /** Puts the cursor on the next hit, or with -1 on the one before. */
  public void go(int step) {
    table.finishEditing();
    List<Column> columns =
        table.columnLayout().stream()
            .filter(ColumnLayout::visible)
            .map(layout -> workspace.schema().require(layout.name()))
            .filter(column -> column.type().isText())
            .toList();
    RowOrder order = workspace.view().order();
    if (order.size() > 0 && !columns.isEmpty() && !workspace.query().search().isBlank()) {
      read(new Walk(++asked, workspace.query(), order, columns, begin(columns, step), step), 0);
    }
  }

  /** Where the cursor is, or before the first cell. */
  private Cell begin(List<Column> columns, int step) {
    List<CellBlock> selected = table.selection().rectangles();
    if (selected.isEmpty()) {
      return new Cell(0, step > 0 ? -1 : 0);
    }
    CellBlock last = selected.getLast();
    List<Column> shown =
        table.columnLayout().stream()
            .filter(ColumnLayout::visible)
            .map(layout -> workspace.schema().require(layout.name()))
            .toList();
    int place = shown.indexOf(last.columns().getFirst());
    int before = (int) columns.stream().filter(each -> shown.indexOf(each) < place).count();
    boolean isOne = columns.contains(last.columns().getFirst());
    return new Cell(last.firstRow(), step > 0 && !isOne ? before - 1 : before);
  }

  /** Looks at rows that are so many steps away, and at those behind them. */
  private void read(Walk walk, int away) {
    int size = walk.order.size();
    if (away > Math.min(size, MOST)) {
      status.tell("No column that is shown has a hit");
      return;
    }
    List<RowKey> keys = new ArrayList<>();
    for (int i = away; i < away + PORTION && i <= size; i++) {
      keys.add(walk.order.keyAt(walk.row(i)));
    }
    workspace.peek(
        keys.stream().distinct().toList(),
        rows -> {
          if (walk.number == asked && walk.query.equals(workspace.query())) {
            Map<RowKey, ViewRow> read = new HashMap<>();
            rows.forEach(row -> read.put(row.key(), row));
            take(walk, away, keys, read);
          }
        });
  }

  private void take(Walk walk, int away, List<RowKey> keys, Map<RowKey, ViewRow> rows) {
    for (int i = 0; i < keys.size(); i++) {
      RowKey key = keys.get(i);
      int at = away + i;
      Optional<Column> hit = Optional.ofNullable(rows.get(key)).flatMap(row -> hit(walk, at, row));
      if (hit.isPresent()) {
        int place = walk.row(away + i);
        table.select(place, place, List.of(hit.get()));
        table.focusCells();
        return;
      }
    }
    read(walk, away + PORTION);
  }

  /** The first hit in a row; in the row of the cursor beyond it, and once round, before it. */
  private static Optional<Column> hit(Walk walk, int away, ViewRow row) {
    int count = walk.columns.size();
    boolean isFirst = away == 0;
    int from = isFirst ? walk.from.column + walk.step : walk.step > 0 ? 0 : count - 1;
    for (int i = from; i >= 0 && i < count; i += walk.step) {
      if (walk.query.isFoundIn(row.text(walk.columns.get(i)))) {
        return Optional.of(walk.columns.get(i));
      }
    }
    return Optional.empty();
  }
}
