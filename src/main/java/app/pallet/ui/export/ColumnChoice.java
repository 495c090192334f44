package app.pallet.ui.export;

import app.pallet.spreadsheet.export.ExportColumn;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A column that can be exported, and whether it is. FX thread. */
public final class ColumnChoice {

  private final ExportColumn column;
  private final BooleanProperty chosen;

  ColumnChoice(ExportColumn column, boolean chosen) {
    this.column = column;
    this.chosen = new SimpleBooleanProperty(this, "chosen", chosen);
  }

  /** The column as it will be written. */
  ExportColumn column() {
    return column;
  }

  /** Whether it is written. */
  BooleanProperty chosenProperty() {
    return chosen;
  }

  /** Its heading in the file. */
  String heading() {
    return column.heading();
  }

  /** Its name in the table, or an empty text if that is the same as the heading. */
  String origin() {
    String label = column.sources().getFirst().label();
    return label.equalsIgnoreCase(heading()) ? "" : label;
  }
}
