package app.pallet.ui.table;

import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row on the screen, which takes its header beside the table along. */
final class GridTableRow extends TableRow<GridRow> {

  private final RowHeader header;
  private final RowHeaderPane headers;

  GridTableRow(RowHeaderPane headers) {
    this.headers = headers;
    header = headers.create();
    header.layoutYProperty().bind(layoutYProperty());
    header.visibleProperty().bind(visibleProperty().and(emptyProperty().not()));
    parentProperty()
        .addListener((property, before, now) -> {
          if (now == null) {
            headers.remove(header);
          } else {
            headers.add(header);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable GridRow row, boolean empty) {
    super.updateItem(row, empty);
    if (row != null && !empty) {
      headers.show(header, row);
    }
  }
}
