package app.pallet.ui.table;

import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * A column's header: a click sorts, and a double click at its edge fits it to a few rows, not all.
 */
final class GridColumnHeader extends TableColumnHeader {

  /** Rows measured to fit a column to its content. JavaFX would measure a million. */
  private static final int MEASURED_ROWS = 100;

  GridColumnHeader(GridColumn column) {
    super(column);
    setId("header-" + column.column().name());
    Tooltip tooltip = new Tooltip(ColumnDescription.of(column.column()));
    tooltip.setShowDelay(Duration.millis(600));
    Tooltip.install(this, tooltip);
    setAccessibleHelp(tooltip.getText());
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(column, event));
  }

  private static void clicked(GridColumn column, MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      column.click();
    }
  }

  @Override
  protected void resizeColumnToFitContent(int maxRows) {
    super.resizeColumnToFitContent(MEASURED_ROWS);
  }
}
