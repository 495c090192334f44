package app.pallet.ui.table.grid;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnRules;
import app.pallet.schema.ColumnType;
import app.pallet.schema.table.WriteRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
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

  private static final PseudoClass HAS_SELECTED = PseudoClass.getPseudoClass("has-selected");

  private final GridColumn column;
  private final InvalidationListener showSelected = observable -> showSelected();

  GridColumnHeader(GridColumn column) {
    super(column);
    this.column = column;
    setId("header-" + column.column().name());
    Tooltip tooltip = new Tooltip(ColumnDescription.of(column.column()));
    tooltip.setShowDelay(Duration.millis(600));
    Tooltip.install(this, tooltip);
    setAccessibleHelp(tooltip.getText());
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(column, event));
    setOnContextMenuRequested(event -> {
      event.consume();
      column.listener().menuRequested(column, this, event.getScreenX(), event.getScreenY());
    });
    column.selectedProperty().addListener(new WeakInvalidationListener(showSelected));
    showSelected();
  }

  private static void clicked(GridColumn column, MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      column.listener().clicked(column);
    }
  }

  /** Makes the column as wide as what its first rows show. */
  void fit() {
    resizeColumnToFitContent(MEASURED_ROWS);
  }

  @Override
  protected void resizeColumnToFitContent(int maxRows) {
    super.resizeColumnToFitContent(MEASURED_ROWS);
  }

  private void showSelected() {
    pseudoClassStateChanged(HAS_SELECTED, column.selectedProperty().get());
  }

  /** Says what a column takes, for the tooltip of its header. */
  private static final class ColumnDescription {

    private ColumnDescription() {}

    static String of(Column column) {
      List<String> rules = rules(column);
      String type = column.type().label();
      String head = column.label() + "\n" + type.substring(0, 1).toUpperCase(Locale.ROOT);
      return head + type.substring(1) + (rules.isEmpty() ? "" : ", " + String.join(", ", rules));
    }

    private static List<String> rules(Column column) {
      ColumnRules rules = column.rules();
      List<String> phrases = new ArrayList<>();
      if (column.isReadOnly()) {
        return List.of(column.isBookkeeping() ? "kept by Pallet" : "can't be edited");
      }
      if (column.write() == WriteRule.ON_ADD) {
        phrases.add("typed when a row is added");
      }
      if (rules.required()) {
        phrases.add("required");
      }
      if (rules.unique()) {
        phrases.add("unique");
      }
      if (rules.maxLength() > 0) {
        phrases.add("up to %,d characters".formatted(rules.maxLength()));
      }
      BigDecimal minimum = rules.minimum();
      if (minimum != null) {
        phrases.add("at least " + minimum.toPlainString());
      }
      if (column.type() == ColumnType.DECIMAL || column.type() == ColumnType.MONEY) {
        phrases.add(
            rules.isFloating()
                ? "up to " + rules.precision() + " digits"
                : "up to " + rules.scale() + " decimals");
      }
      if (!rules.choices().isEmpty()) {
        phrases.add("one of " + String.join(", ", rules.choices()));
      }
      return phrases;
    }
  }
}
