package app.pallet.ui.table.columns;

import app.pallet.schema.Column;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.grid.GridTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * The columns of a table while the user chooses among them: which are shown, in which order. What
 * is done here shows in the table at once, in one step however many columns there are. FX thread.
 */
final class ColumnList {

  private final GridTable table;
  private final List<Column> schema;
  private final ObservableList<GridColumn> all;
  private final FilteredList<GridColumn> found;
  private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");

  /**
   * The columns as they are in a table.
   *
   * @param schema the same in their first order
   */
  ColumnList(GridTable table, List<Column> schema) {
    this.table = table;
    this.schema = List.copyOf(schema);
    // An item changes when its column is shown or hidden, so that a list draws it anew.
    this.all =
        FXCollections.observableArrayList(c -> new javafx.beans.Observable[] {c.visibleProperty()});
    this.found = new FilteredList<>(all);
    read();
  }

  /** The columns that were looked for, from left to right. */
  ObservableList<GridColumn> found() {
    return found;
  }

  /** Number of all columns. */
  int size() {
    return all.size();
  }

  /** Number of columns that are shown. */
  ReadOnlyIntegerProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** How many columns stay at the left while the others scroll. */
  IntegerProperty frozenProperty() {
    return table.frozen().countProperty();
  }

  /** Looks for columns by a part of their label or name. */
  void find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    found.setPredicate(column ->
        (column.getText() + ' ' + column.column().name())
            .toLowerCase(Locale.ROOT)
            .contains(wanted));
  }

  /** Shows some columns or hides them; of those that are shown one stays. */
  void show(Collection<GridColumn> columns, boolean visible) {
    List<GridColumn> changed =
        new ArrayList<>(columns.stream().filter(c -> c.isVisible() != visible).toList());
    if (!visible && changed.size() == shown.get()) {
      changed.remove(columns.stream().filter(GridColumn::isVisible).findFirst().orElseThrow());
    }
    if (changed.size() == 1) {
      changed.getFirst().setVisible(visible);
    } else {
      arrange(List.copyOf(all), changed, visible);
    }
    count();
  }

  /** Moves a column before all others. */
  void moveFirst(GridColumn column) {
    moveTo(column, all.getFirst());
  }

  /** Moves a column behind all others. */
  void moveLast(GridColumn column) {
    moveTo(column, all.getLast());
  }

  /** Moves a column before or behind its neighbours in the list. */
  void move(GridColumn column, int steps) {
    int from = found.indexOf(column);
    int to = Math.clamp((long) from + steps, 0, found.size() - 1);
    if (from >= 0 && to != from) {
      moveTo(column, found.get(to));
    }
  }

  /** Moves a column to where another one is. */
  void moveTo(GridColumn column, GridColumn place) {
    List<GridColumn> ordered = new ArrayList<>(all);
    int to = ordered.indexOf(place);
    ordered.remove(column);
    ordered.add(to, column);
    all.setAll(ordered);
    table.getColumns().setAll(ordered);
  }

  /** Restores the first order, widths and columns, with none frozen. */
  void reset() {
    new ColumnLayouts(table, table.frozen()).set(ColumnLayouts.first(schema));
    read();
  }

  private void read() {
    all.setAll(table.getColumns().stream().map(GridColumn.class::cast).toList());
    count();
  }

  private void count() {
    shown.set((int) all.stream().filter(GridColumn::isVisible).count());
  }

  /**
   * Takes all columns out of the table while they change, because the table looks at all of them
   * after each change.
   */
  private void arrange(List<GridColumn> ordered, List<GridColumn> changed, boolean visible) {
    table.getColumns().clear();
    changed.forEach(column -> column.setVisible(visible));
    table.getColumns().setAll(ordered);
  }
}
