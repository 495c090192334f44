package app.pallet.ui.export;

import app.pallet.ui.theme.ItemWording;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/**
 * A choice with its name before it, as a line of a grid.
 *
 * @param <T> what is chosen
 */
final class LabelledChoice<T> {

  private final Label label;
  private final ComboBox<T> box;

  /**
   * A choice over a property.
   *
   * @param wording an item as the user reads it
   */
  LabelledChoice(
      String id, String name, List<T> items, ObjectProperty<T> value, Function<T, String> wording) {
    box = ItemWording.box(id, name, wording);
    label = new Label(name);
    label.setLabelFor(box);
    box.getItems().setAll(items);
    box.valueProperty().bindBidirectional(value);
  }

  /** Puts both into a line of a grid. */
  void addTo(GridPane grid, int line) {
    grid.addRow(line, label, box);
  }

  /** Makes both grey, or not. */
  void setDisable(boolean disable) {
    label.setDisable(disable);
    box.setDisable(disable);
  }
}
