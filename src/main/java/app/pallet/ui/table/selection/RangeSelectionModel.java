package app.pallet.ui.table.selection;

import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.cells.SpanChange;
import app.pallet.ui.table.selection.RangeSelection.Span;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Shows a {@link RangeSelection} to JavaFX, whose own model keeps every selected cell: with that,
 * selecting a million rows took seconds and unselecting them minutes. FX thread.
 */
@SuppressWarnings("rawtypes") // JavaFX lists TablePosition without its parameters
public final class RangeSelectionModel extends TableView.TableViewSelectionModel<GridRow> {

  private final RangeSelection selection;
  private final SelectedList<TablePosition> cells;
  private final SelectedList<Integer> rows;
  private final SelectedList<GridRow> items;

  /** A model that shows a selection to a table. */
  public RangeSelectionModel(TableView<GridRow> table, RangeSelection selection) {
    super(table);
    this.selection = selection;
    cells =
        new SelectedList<>(
            () -> (int) Math.min(selection.ranges().cellCount(), Integer.MAX_VALUE),
            n -> position(selection.ranges().cellAt(n)));
    rows =
        new SelectedList<>(() -> selection.ranges().rowCount(), n -> selection.ranges().rowAt(n));
    items = new SelectedList<>(rows::size, n -> table.getItems().get(rows.get(n)));
    setSelectionMode(SelectionMode.MULTIPLE);
    setCellSelectionEnabled(true);
    selection.rangesProperty().addListener(observable -> show());
  }

  private void show() {
    CellPosition active = selection.active().orElse(null);
    if (active == null) {
      setSelectedIndex(-1);
      setSelectedItem(null);
    } else {
      setSelectedIndex(active.row());
      setSelectedItem(
          active.row() < getItemCount() ? getTableView().getItems().get(active.row()) : null);
      getTableView().getFocusModel().focus(active.row(), column(active.column()));
    }
    cells.changed();
    rows.changed();
    items.changed();
  }

  private TablePosition<GridRow, ?> position(CellPosition cell) {
    return new TablePosition<>(getTableView(), cell.row(), column(cell.column()));
  }

  private TableColumn<GridRow, ?> column(int index) {
    return getTableView().getVisibleLeafColumn(index);
  }

  private int indexOf(@Nullable TableColumnBase<GridRow, ?> column) {
    return column == null
        ? -1
        : getTableView().getVisibleLeafIndex((TableColumn<GridRow, ?>) column);
  }

  private int lastColumn() {
    return getTableView().getVisibleLeafColumns().size() - 1;
  }

  @Override
  public ObservableList<TablePosition> getSelectedCells() {
    return cells;
  }

  @Override
  public ObservableList<Integer> getSelectedIndices() {
    return rows;
  }

  @Override
  public ObservableList<GridRow> getSelectedItems() {
    return items;
  }

  @Override
  public boolean isEmpty() {
    return selection.ranges().isEmpty();
  }

  @Override
  public boolean isSelected(int row) {
    return !selection.ranges().columnsOf(row).isEmpty();
  }

  @Override
  public boolean isSelected(int row, @Nullable TableColumn<GridRow, ?> column) {
    int index = indexOf(column);
    return index < 0
        ? selection.ranges().columnsOf(row).cardinality() == lastColumn() + 1
        : selection.ranges().contains(new CellPosition(row, index));
  }

  @Override
  public void clearAndSelect(int row) {
    selection.select(new CellPosition(row, 0), Span.ROWS);
  }

  @Override
  public void clearAndSelect(int row, @Nullable TableColumn<GridRow, ?> column) {
    if (column == null) {
      clearAndSelect(row);
    } else {
      selection.select(new CellPosition(row, indexOf(column)), Span.CELLS);
    }
  }

  @Override
  public void select(int row) {
    if (!isSelected(row, null)) {
      selection.toggle(new CellPosition(row, 0), Span.ROWS);
    }
  }

  @Override
  public void select(int row, @Nullable TableColumn<GridRow, ?> column) {
    if (column == null) {
      select(row);
    } else if (!isSelected(row, column)) {
      selection.toggle(new CellPosition(row, indexOf(column)), Span.CELLS);
    }
  }

  @Override
  public void select(GridRow row) {
    select(row.index());
  }

  @Override
  public void selectIndices(int row, int... others) {
    select(row);
    for (int other : others) {
      select(other);
    }
  }

  @Override
  public void selectRange(
      int firstRow,
      TableColumnBase<GridRow, ?> firstColumn,
      int lastRow,
      TableColumnBase<GridRow, ?> lastColumn) {
    selection.select(new CellPosition(firstRow, indexOf(firstColumn)), Span.CELLS);
    selection.extendTo(new CellPosition(lastRow, indexOf(lastColumn)));
  }

  @Override
  public void selectAll() {
    selection.selectAll();
  }

  @Override
  public void clearSelection() {
    selection.collapse();
  }

  @Override
  public void clearSelection(int row) {
    if (isSelected(row, null)) {
      selection.toggle(new CellPosition(row, 0), Span.ROWS);
    }
  }

  @Override
  public void clearSelection(int row, @Nullable TableColumn<GridRow, ?> column) {
    if (column == null) {
      clearSelection(row);
    } else if (isSelected(row, column)) {
      selection.toggle(new CellPosition(row, indexOf(column)), Span.CELLS);
    }
  }

  @Override
  public void selectFirst() {
    selection.select(new CellPosition(0, 0), Span.CELLS);
  }

  @Override
  public void selectLast() {
    selection.select(new CellPosition(getItemCount() - 1, 0), Span.CELLS);
  }

  @Override
  public void selectPrevious() {
    selection.move(-1, 0);
  }

  @Override
  public void selectNext() {
    selection.move(1, 0);
  }

  @Override
  public void selectLeftCell() {
    selection.move(0, -1);
  }

  @Override
  public void selectRightCell() {
    selection.move(0, 1);
  }

  @Override
  public void selectAboveCell() {
    selection.move(-1, 0);
  }

  @Override
  public void selectBelowCell() {
    selection.move(1, 0);
  }

  /**
   * One of the lists in which JavaFX wants a selection told, computed from the ranges when asked.
   *
   * @param <E> cells, row indices or rows
   */
  private static final class SelectedList<E> extends ObservableListBase<E> {

    private final IntSupplier count;
    private final IntFunction<E> element;
    private List<E> standIn = List.of();

    SelectedList(IntSupplier count, IntFunction<E> element) {
      this.count = count;
      this.element = element;
    }

    @Override
    public int size() {
      return count.getAsInt();
    }

    @Override
    public E get(int index) {
      return element.apply(index);
    }

    /** Lets everyone who shows the selection look again. */
    void changed() {
      List<E> removed = standIn;
      standIn = isEmpty() ? List.of() : List.of(get(0));
      if (!removed.isEmpty() || !standIn.isEmpty()) {
        fireChange(SpanChange.replaced(this, removed));
      }
    }
  }
}
