package app.pallet.ui.table.grid;

import app.pallet.ui.table.cells.GridCell;
import app.pallet.ui.table.cells.GridRow;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row on the screen. It moves its header beside the table and its frozen cells along. */
final class GridTableRow extends TableRow<GridRow> {

  private final RowHeader header;
  private final RowHeaderPane headers;
  private final FrozenRow frozen;
  private final FrozenPane frozenPane;

  GridTableRow(RowHeaderPane headers, FrozenPane frozenPane) {
    this.headers = headers;
    this.frozenPane = frozenPane;
    frozen = frozenPane.create(this);
    header = headers.create(this);
    parentProperty()
        .addListener((property, before, now) -> {
          if (now == null) {
            headers.remove(header);
            frozenPane.remove(frozen);
          } else {
            headers.add(header);
            frozenPane.add(frozen);
          }
        });
  }

  /** The cells of the row that are on the screen and selected. */
  Stream<GridCell> selectedCells() {
    return getChildrenUnmodifiable().stream()
        .filter(GridCell.class::isInstance)
        .map(GridCell.class::cast)
        .filter(GridCell::isSelected);
  }

  /** JavaFX looks for the selected cells of this row among all that are selected. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED_ITEMS
        ? FXCollections.observableArrayList(selectedCells().toList())
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected void updateItem(@Nullable GridRow row, boolean empty) {
    super.updateItem(row, empty);
    if (row != null && !empty) {
      headers.show(header, row);
      frozenPane.show(frozen);
    }
  }
}
