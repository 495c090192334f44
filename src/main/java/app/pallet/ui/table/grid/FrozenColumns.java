package app.pallet.ui.table.grid;

import app.pallet.ui.table.cells.GridRow;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.TableView;

/**
 * How many columns at the left stay where they are while the others scroll sideways, and where they
 * are then. FX thread.
 */
public final class FrozenColumns {

  private final TableView<GridRow> table;
  private final IntegerProperty count = new SimpleIntegerProperty(this, "count");

  FrozenColumns(TableView<GridRow> table) {
    this.table = table;
  }

  /** The number of columns, as the user has set it. */
  public IntegerProperty countProperty() {
    return count;
  }

  /** The number of visible columns that stay. At least one column always scrolls. */
  public int shown() {
    return Math.clamp(count.get(), 0, Math.max(0, table.getVisibleLeafColumns().size() - 1));
  }

  /** Whether a column stays. */
  public boolean contains(int column) {
    return column < shown();
  }

  /** Where a frozen column begins, or all end, in pixels from the left of the rows. */
  double left(int column) {
    double left = 0;
    for (int i = 0; i < column; i++) {
      left += table.getVisibleLeafColumn(i).getWidth();
    }
    return left;
  }

  /** Pixels that the frozen columns lie over the others; 0 while nothing is scrolled sideways. */
  double covered() {
    return scrolled() > 0 ? left(shown()) : 0;
  }

  /** How many pixels the rows are scrolled to the left. Less than one is a rounding error. */
  double scrolled() {
    double value = table.getSkin() instanceof GridSkin skin ? skin.horizontalBar().getValue() : 0;
    return value < 1 ? 0 : value;
  }
}
