package app.pallet.ui.filter;

import app.pallet.rows.query.Operand;
import app.pallet.rows.query.Operator;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One field for a value, or two with a word between them. Days also have a calendar. */
final class TypedValues implements ValueInput {

  private final Column column;
  private final Operator operator;
  private final CellFormat format;
  private final HBox box = new HBox();
  private final List<TextField> fields = new ArrayList<>();

  /**
   * Fields that begin with some values.
   *
   * @param values of the column, or none
   */
  TypedValues(Column column, Operator operator, List<@Nullable Object> values, CellFormat format) {
    this.column = column;
    this.operator = operator;
    this.format = format;
    box.getStyleClass().add("filter-typed");
    box.setAlignment(Pos.CENTER_LEFT);
    for (int i = 0; i < operator.fewestValues(); i++) {
      if (i > 0) {
        box.getChildren().add(new Label("and"));
      }
      box.getChildren().add(field(i, i < values.size() ? values.get(i) : null));
    }
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void focus() {
    fields.getFirst().requestFocus();
    fields.getFirst().selectAll();
  }

  @Override
  public Entry read() {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      boolean last = operator == Operator.AT_MOST || i > 0;
      CellReading reading =
          Operand.read(
              column,
              fields.get(i).getText(),
              format,
              last ? Operand.Moment.LAST : Operand.Moment.FIRST);
      switch (reading) {
        case CellReading.Value(var value) -> values.add(value);
        case CellReading.Rejected(var message, var accepted) -> {
          return new Entry.Problem(message + ". Expected: " + accepted);
        }
      }
    }
    return new Entry.Values(values);
  }

  private Node field(int index, @Nullable Object value) {
    String id = index == 0 ? "filter-value" : "filter-value-to";
    if (column.type() == ColumnType.DATE) {
      DatePicker picker = new DatePicker();
      picker.setConverter(new Days());
      picker.setId(id + "-day");
      picker.setMaxWidth(Double.MAX_VALUE);
      prepare(picker.getEditor(), id, value);
      if (value instanceof LocalDate day) {
        picker.setValue(day);
      }
      HBox.setHgrow(picker, Priority.ALWAYS);
      return picker;
    }
    TextField field = new TextField();
    prepare(field, id, value);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private void prepare(TextField field, String id, @Nullable Object value) {
    field.setId(id);
    field.setText(CellText.plain(column, value, format.numbers()));
    field.setAccessibleText(
        id.endsWith("to") ? "Value up to" : column.label() + " " + operator.label());
    fields.add(field);
  }

  /** Reads a day in any form that a cell accepts. */
  private final class Days extends StringConverter<LocalDate> {
    @Override
    public String toString(@Nullable LocalDate day) {
      return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(String text) {
      return CellParser.parse(column, text, format) instanceof CellReading.Value(LocalDate day)
          ? day
          : null;
    }
  }
}
