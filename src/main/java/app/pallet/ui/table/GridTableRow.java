package app.pallet.ui.table;

import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row on the screen, which takes its header beside the table along, and its frozen cells. */
final class GridTableRow extends TableRow<GridRow> {

  private final RowHeader header;
  private final RowHeaderPane headers;
  private final FrozenRow frozen;
  private final FrozenPane frozenPane;

  GridTableRow(RowHeaderPane headers, FrozenPane frozenPane) {
    this.headers = headers;
    this.frozenPane = frozenPane;
    frozen = frozenPane.create(this);
    header = headers.create();
    header.layoutYProperty().bind(layoutYProperty());
    header.visibleProperty().bind(visibleProperty().and(emptyProperty().not()));
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

  @Override
  protected void updateItem(@Nullable GridRow row, boolean empty) {
    super.updateItem(row, empty);
    if (row != null && !empty) {
      headers.show(header, row);
      frozenPane.show(frozen);
    }
  }
}
