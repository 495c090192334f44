package app.pallet.ui.table;

import app.pallet.schema.Column;
import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** Opens the column chooser at a button or a heading. FX thread. */
final class ColumnPopover {

  private final GridTable table;
  private final List<Column> schema;

  /**
   * A popover that is not open.
   *
   * @param schema the table's columns in their first order
   */
  ColumnPopover(GridTable table, List<Column> schema) {
    this.table = table;
    this.schema = schema;
  }

  void show(Node at) {
    ColumnChooser chooser = new ColumnChooser(new ColumnList(table, schema));
    Popover popover = new Popover(chooser);
    popover.setArrowLocation(ArrowLocation.TOP_LEFT);
    popover.setDetachable(false);
    popover.setAnimated(false);
    popover.setHeaderAlwaysVisible(false);
    popover.setAutoHide(true);
    popover.setOnShown(event -> chooser.focusFirst());
    popover.setOnHidden(event -> table.requestFocus());
    // The table owns it: a heading goes when its column does, and would take the popover along.
    Bounds place = at.localToScreen(at.getLayoutBounds());
    popover.show(table, place.getCenterX(), place.getMaxY());
  }
}
