package app.pallet.ui.paste;

import app.pallet.ui.theme.ItemWording;
import app.pallet.ui.theme.Panes;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A choice with its name above it. What the view model says is shown without being taken for the
 * user's word.
 *
 * @param <T> what is chosen
 */
final class LabelledChoice<T> extends VBox {

  private static final int MOST_ROWS = 14;

  private final ComboBox<T> box;
  private boolean showing;

  /**
   * A choice of nothing yet.
   *
   * @param wording an item as the user reads it
   * @param chosen hears what the user has chosen
   */
  LabelledChoice(String id, String name, Function<T, String> wording, Consumer<T> chosen) {
    box = ItemWording.box(id, name, wording);
    Label label = new Label(name);
    label.setLabelFor(box);
    label.getStyleClass().add("choice-name");
    box.setVisibleRowCount(MOST_ROWS);
    box.valueProperty()
        .addListener((observed, before, now) -> {
          if (!showing && now != null) {
            chosen.accept(now);
          }
        });
    getStyleClass().add("labelled-choice");
    getChildren().addAll(label, box);
  }

  /** Shows what there is to choose from and what is chosen. */
  void show(List<T> items, T value) {
    showing = true;
    if (!box.getItems().equals(items)) {
      box.getItems().setAll(items);
    }
    box.setValue(value);
    showing = false;
  }

  /** Shows or hides the choice with its name. */
  void setShown(boolean shown) {
    Panes.show(this, shown);
  }
}
