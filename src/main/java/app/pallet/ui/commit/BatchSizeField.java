package app.pallet.ui.commit;

import app.pallet.text.Counted;
import app.pallet.ui.theme.Buttons;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/**
 * Chooses the rows per batch. The list offers a few good sizes, and the user can type any other. A
 * text that is not a size is replaced by the last size.
 */
final class BatchSizeField extends ComboBox<Integer> {

  private static final List<Integer> SUGGESTIONS = List.of(100, 500, 1_000, 5_000, 10_000, 50_000);

  private final IntegerProperty size;

  BatchSizeField(IntegerProperty size) {
    this.size = size;
    getItems().setAll(SUGGESTIONS);
    setEditable(true);
    setVisibleRowCount(SUGGESTIONS.size());
    setConverter(new Rows());
    setId("batch-size");
    setAccessibleText("Rows per batch");
    setTooltip(Buttons.tooltip("Rows per batch"));
    getStyleClass().add("batch-size");
    setValue(size.get());
    valueProperty().addListener((observed, before, now) -> take(now));
    size.addListener((observed, before, now) -> setValue(now.intValue()));
    focusedProperty().addListener((observed, before, focused) -> takeTyped(focused));
  }

  private void take(Integer wanted) {
    if (wanted != null) {
      size.set(wanted);
    }
  }

  /** Leaving the field counts as Enter. */
  private void takeTyped(boolean focused) {
    if (!focused) {
      Integer typed = getConverter().fromString(getEditor().getText());
      setValue(typed);
      getEditor().setText(getConverter().toString(typed));
    }
  }

  private final class Rows extends StringConverter<Integer> {

    @Override
    public String toString(Integer rows) {
      return rows == null ? "" : Counted.of(rows, "row", "rows");
    }

    @Override
    public Integer fromString(String text) {
      String digits = text.replaceAll("[^0-9]", "");
      if (digits.isEmpty() || digits.length() > 9) {
        return size.get();
      }
      int rows = Integer.parseInt(digits);
      return rows >= 1 && rows <= CommitViewModel.MAX_BATCH_SIZE
          ? Integer.valueOf(rows)
          : size.get();
    }
  }
}
