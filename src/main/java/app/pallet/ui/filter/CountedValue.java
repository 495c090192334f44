package app.pallet.ui.filter;

import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Labels;
import atlantafx.base.controls.Spacer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

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
    box.setAccessibleText(text + ", " + Counted.of(rows, "row", "rows"));
    box.setOnAction(event -> chosen.accept(box.isSelected()));
    Label count = Labels.of(Wording.grouped(rows), "facet-count");
    count.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("counted-value");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(box, new Spacer(), count);
  }
}
