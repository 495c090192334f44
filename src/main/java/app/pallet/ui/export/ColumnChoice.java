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
  public ExportColumn column() {
    return column;
  }

  /** Whether it is written. */
  public BooleanProperty chosenProperty() {
    return chosen;
  }

  /** Its heading in the file. */
  String heading() {
    return column.heading();
  }

  /** What it is called in the table, where that is not the heading, else an empty text. */
  String origin() {
    String label = column.sources().getFirst().label();
    return label.equalsIgnoreCase(heading()) ? "" : label;
  }
}
