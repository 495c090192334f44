package app.pallet.ui.filter;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.theme.ItemWording;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/** One value of those a column allows. */
final class ChosenValue implements ValueInput {

  private final ComboBox<Object> box = new ComboBox<>();

  ChosenValue(Column column, List<@Nullable Object> values, CellFormat format) {
    if (column.type() == ColumnType.YES_NO) {
      box.getItems().setAll(true, false);
    } else {
      box.getItems().setAll(column.rules().choices());
    }
    ItemWording.set(box, value -> ConditionText.value(column, value, format));
    box.setId("filter-value");
    box.setAccessibleText("Value");
    box.setMaxWidth(Double.MAX_VALUE);
    box.getSelectionModel().selectFirst();
    values.stream().filter(box.getItems()::contains).forEach(box::setValue);
  }

  /** Whether a column allows only a few values, so that one can be chosen. */
  static boolean fits(Column column) {
    return column.type() == ColumnType.YES_NO
        || (column.type() == ColumnType.CHOICE && !column.rules().choices().isEmpty());
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public Entry read() {
    Object value = box.getValue();
    return value == null ? new Entry.Problem("Choose a value") : new Entry.Values(List.of(value));
  }
}
