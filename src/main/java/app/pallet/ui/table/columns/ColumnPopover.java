package app.pallet.ui.table.columns;

import app.pallet.schema.Column;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.theme.Popovers;
import atlantafx.base.controls.Popover;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** Opens the column chooser at a button or a heading. FX thread. */
public final class ColumnPopover {

  private final GridTable table;
  private final List<Column> schema;

  /**
   * A popover that is not open.
   *
   * @param schema the table's columns in their first order
   */
  public ColumnPopover(GridTable table, List<Column> schema) {
    this.table = table;
    this.schema = schema;
  }

  /** Opens the popover at a node. */
  public void show(Node at) {
    ColumnChooser chooser = new ColumnChooser(new ColumnList(table, schema));
    Popover popover = Popovers.of(chooser, chooser::focusFirst);
    popover.setOnHidden(event -> table.requestFocus());
    // The table owns it: a heading goes when its column does, and would take the popover along.
    Bounds place = at.localToScreen(at.getLayoutBounds());
    popover.show(table, place.getCenterX(), place.getMaxY());
  }
}
