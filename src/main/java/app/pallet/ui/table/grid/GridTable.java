package app.pallet.ui.table.grid;

import app.pallet.ui.table.cells.GridModel;
import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.cells.RowList;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableView;

/**
 * The table itself, set up so that JavaFX only draws and scrolls: selecting and editing are ours.
 */
public final class GridTable extends TableView<GridRow> {

  private final GridModel model;
  private final FrozenColumns frozen;
  private final FrozenPane frozenPane;

  /** A table of rows with headers beside it. */
  public GridTable(RowList rows, RowHeaderPane headers) {
    super(rows);
    model = rows.model();
    frozen = new FrozenColumns(this);
    frozenPane = new FrozenPane(this, frozen);
    setId("product-table");
    setAccessibleText("Rows");
    setEditable(false);
    setRowFactory(table -> new GridTableRow(headers, frozenPane));
  }

  /** Where the rows come from. */
  public GridModel model() {
    return model;
  }

  /** The columns that stay. */
  public FrozenColumns frozen() {
    return frozen;
  }

  /** What has to lie over the table's upper left corner to show them. */
  public FrozenPane frozenPane() {
    return frozenPane;
  }

  /**
   * Answers a screen reader. For the selected items it gives the cells on the screen, because
   * JavaFX would make and fetch a row for each selected one.
   */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED_ITEMS && getSkin() instanceof GridSkin skin
        ? FXCollections.observableArrayList(
            skin.rowsOnScreen().flatMap(GridTableRow::selectedCells).toList())
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new GridSkin(this);
  }
}
