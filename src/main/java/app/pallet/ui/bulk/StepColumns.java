package app.pallet.ui.bulk;

import app.pallet.schema.Column;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** Columns as they are chosen. FX thread. */
final class StepColumns {

  private StepColumns() {}

  /** A box to choose a column by its heading, by typing a part of it. */
  static ComboBox<Column> box(String id, String name, List<Column> columns) {
    ComboBox<Column> box = new SearchableComboBox<>();
    box.setId(id);
    box.setAccessibleText(name);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Column column) {
            return Optional.ofNullable(column).map(Column::label).orElse("");
          }

          @Override
          public @Nullable Column fromString(String text) {
            return box.getValue();
          }
        });
    box.getItems().setAll(columns);
    return box;
  }
}
