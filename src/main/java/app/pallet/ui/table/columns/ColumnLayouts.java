package app.pallet.ui.table.columns;

import app.pallet.schema.Column;
import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.grid.ColumnWidth;
import app.pallet.ui.table.grid.FrozenColumns;
import app.pallet.ui.table.grid.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Saves and restores order, widths and visibility of a table's columns. FX thread. */
public final class ColumnLayouts {

  private final TableView<GridRow> table;
  private final FrozenColumns frozen;

  /** The layouts of a table. */
  public ColumnLayouts(TableView<GridRow> table, FrozenColumns frozen) {
    this.table = table;
    this.frozen = frozen;
  }

  /** The columns from left to right, including hidden ones. */
  public List<ColumnLayout> get() {
    return table.getColumns().stream().map(GridColumn.class::cast).map(this::of).toList();
  }

  /** The first arrangement of a schema's columns. */
  static List<ColumnLayout> first(List<Column> schema) {
    return schema.stream()
        .map(column ->
            new ColumnLayout(
                column.name(),
                ColumnWidth.of(column),
                !column.isBookkeeping(),
                isFirstKey(column, schema)))
        .toList();
  }

  /** Lets the column that tells products apart stay in sight where it comes first. */
  public void freezeKey() {
    List<Column> columns =
        table.getColumns().stream().map(each -> ((GridColumn) each).column()).toList();
    boolean isFirst = columns.stream().anyMatch(each -> isFirstKey(each, columns));
    frozen.countProperty().set(isFirst ? 1 : 0);
  }

  private static boolean isFirstKey(Column column, List<Column> all) {
    return GridColumn.isKey(column)
        && all.stream()
            .filter(each -> !each.isBookkeeping())
            .findFirst()
            .equals(Optional.of(column));
  }

  private ColumnLayout of(GridColumn column) {
    int place = table.getVisibleLeafIndex(column);
    return new ColumnLayout(
        column.column().name(),
        column.chosenWidth(),
        column.isVisible(),
        place >= 0 && frozen.contains(place),
        column.isNatural());
  }

  /** Arranges the columns. Unknown names are ignored, and columns without a layout come last. */
  public void set(List<ColumnLayout> layouts) {
    Map<String, GridColumn> left =
        table.getColumns().stream()
            .map(GridColumn.class::cast)
            .collect(Collectors.toMap(c -> c.column().name(), Function.identity()));
    List<TableColumn<GridRow, ?>> before = List.copyOf(table.getColumns());
    List<TableColumn<GridRow, ?>> ordered = new ArrayList<>();
    table.getColumns().clear(); // for it looks at each whenever one changes
    for (ColumnLayout layout : layouts) {
      GridColumn column = left.remove(layout.name());
      if (column != null) {
        column.setPrefWidth(layout.width());
        column.setVisible(layout.visible());
        column.setNatural(layout.natural());
        ordered.add(column);
      }
    }
    before.stream().filter(left::containsValue).forEach(ordered::add);
    table.getColumns().setAll(ordered);
    frozen
        .countProperty()
        .set((int) layouts.stream().filter(c -> c.visible() && c.frozen()).count());
  }
}
