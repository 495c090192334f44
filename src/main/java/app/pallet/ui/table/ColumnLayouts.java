package app.pallet.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Takes and restores order, widths and visibility of a table's columns. FX thread. */
final class ColumnLayouts {

  private final TableView<GridRow> table;

  ColumnLayouts(TableView<GridRow> table) {
    this.table = table;
  }

  List<ColumnLayout> get() {
    return table.getColumns().stream()
        .map(GridColumn.class::cast)
        .map(c -> new ColumnLayout(c.column().name(), c.getWidth(), c.isVisible()))
        .toList();
  }

  void set(List<ColumnLayout> layouts) {
    Map<String, GridColumn> left =
        table.getColumns().stream()
            .map(GridColumn.class::cast)
            .collect(Collectors.toMap(c -> c.column().name(), Function.identity()));
    List<TableColumn<GridRow, ?>> ordered = new ArrayList<>();
    for (ColumnLayout layout : layouts) {
      GridColumn column = left.remove(layout.name());
      if (column != null) {
        column.setPrefWidth(layout.width());
        column.setVisible(layout.visible());
        ordered.add(column);
      }
    }
    table.getColumns().stream().filter(left::containsValue).forEach(ordered::add);
    table.getColumns().setAll(ordered);
  }
}
