package app.pallet.ui.table;

import javafx.scene.control.Skin;
import javafx.scene.control.TableView;

/**
 * The table itself, set up so that JavaFX only draws and scrolls: selecting and editing are ours.
 */
final class GridTable extends TableView<GridRow> {

  GridTable(RowList rows, double rowHeight, RowHeaderPane headers) {
    super(rows);
    setId("product-table");
    setAccessibleText("Products");
    setFixedCellSize(rowHeight);
    setEditable(false);
    setRowFactory(table -> new GridTableRow(headers));
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new GridSkin(this);
  }
}
