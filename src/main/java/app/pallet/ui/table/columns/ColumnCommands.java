package app.pallet.ui.table.columns;

import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.schema.Column;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.grid.GridSkin;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.table.grid.HeaderClick;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What can be done with one column of the table, for keys, menus and buttons. FX thread. */
public final class ColumnCommands {

  private final GridTable table;
  private final GridColumn column;
  private final Actions actions;

  /**
   * What the table around the columns does for them.
   *
   * @param sorted the order that its rows have
   * @param sort sorts its rows
   * @param filter asks for a filter by a column
   * @param statistics shows what the values of a column come to
   */
  public record Actions(
      Supplier<Optional<SortOrder>> sorted,
      Consumer<Optional<SortOrder>> sort,
      Consumer<Column> filter,
      Consumer<Column> statistics) {}

  /** Commands of a column. */
  public ColumnCommands(GridTable table, GridColumn column, Actions actions) {
    this.table = table;
    this.column = column;
    this.actions = actions;
  }

  /** Sorts by the column: up, then down, then as the rows were added. */
  public void sort() {
    actions.sort().accept(HeaderClick.next(actions.sorted().get(), column.column()));
  }

  void sort(Direction direction) {
    actions.sort().accept(Optional.of(new SortOrder(column.column(), direction)));
  }

  /** Adds the column to those by which rows are sorted, then turns it round, then takes it out. */
  public void sortAlso() {
    actions.sort().accept(HeaderClick.adding(actions.sorted().get(), column.column()));
  }

  /** Adds the column to the order there is, or makes it the order. */
  void sortAlso(Direction direction) {
    actions
        .sort()
        .accept(
            actions
                .sorted()
                .get()
                .map(order -> order.with(column.column(), direction))
                .or(() -> Optional.of(new SortOrder(column.column(), direction))));
  }

  /** Whether numbers in its texts can be sorted by what they are worth. */
  boolean canBeNatural() {
    return column.column().type().isText();
  }

  boolean isNatural() {
    return column.isNatural();
  }

  void setNatural(boolean natural) {
    column.setNatural(natural);
    Optional<SortOrder> now = actions.sorted().get();
    if (now.filter(order -> order.place(column.column()) >= 0).isPresent()) {
      actions.sort().accept(now);
    }
  }

  void unsort() {
    actions.sort().accept(Optional.empty());
  }

  /** Asks for a filter by the column. */
  public void filter() {
    actions.filter().accept(column.column());
  }

  /** Shows what the values of the column come to. */
  public void statistics() {
    actions.statistics().accept(column.column());
  }

  boolean canBeHidden() {
    return table.getVisibleLeafColumns().size() > 1;
  }

  /** Hides the column, unless it is the only one. */
  public void hide() {
    if (canBeHidden()) {
      column.setVisible(false);
    }
  }

  boolean canBeFrozen() {
    return table.getVisibleLeafIndex(column) < table.getVisibleLeafColumns().size() - 1;
  }

  boolean isLastFrozen() {
    return table.getVisibleLeafIndex(column) == table.frozen().shown() - 1;
  }

  /** Keeps the columns up to this one in sight, or lets them go if they already end with it. */
  public void freeze() {
    if (canBeFrozen()) {
      table
          .frozen()
          .countProperty()
          .set(isLastFrozen() ? 0 : table.getVisibleLeafIndex(column) + 1);
    }
  }

  /** Makes every column as wide as what it shows. */
  public void fitAll() {
    if (table.getSkin() instanceof GridSkin skin) {
      skin.fitColumns();
    }
  }
}
