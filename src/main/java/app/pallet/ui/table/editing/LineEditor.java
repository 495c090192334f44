package app.pallet.ui.table.editing;

import app.pallet.schema.Column;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Edits what fits a line: numbers, dates and times. */
final class LineEditor implements CellEditor {

  private final TextField field = new TextField();

  LineEditor(Column column) {
    field.getStyleClass().add("cell-editor");
    field.setAlignment(column.type().isNumeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
  }

  @Override
  public Region node() {
    return field;
  }

  @Override
  public void start(String text, Start start) {
    field.setText(text);
    field.requestFocus();
    field.end();
  }

  @Override
  public Optional<ObservableValue<String>> typed() {
    return Optional.of(field.textProperty());
  }

  @Override
  public String text() {
    return field.getText();
  }
}
