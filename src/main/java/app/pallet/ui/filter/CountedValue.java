package app.pallet.ui.filter;

import app.pallet.ui.text.Wording;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A value to tick, and how many rows have it. */
final class CountedValue extends HBox {

  private final CheckBox box;

  /**
   * A line of a list.
   *
   * @param chosen told of what the user makes of it
   */
  CountedValue(String text, long rows, boolean ticked, Consumer<Boolean> chosen) {
    box = new CheckBox(text);
    box.setSelected(ticked);
    box.setMnemonicParsing(false);
    box.setMinWidth(0);
    box.setAccessibleText(text + ", " + Wording.counted(rows, "row", "rows"));
    box.setOnAction(event -> chosen.accept(box.isSelected()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label count = new Label(Wording.grouped(rows));
    count.getStyleClass().add("facet-count");
    count.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("counted-value");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(box, space, count);
  }

  /** Ticks it, or takes the tick away, as a click does. */
  void fire() {
    box.fire();
  }
}
