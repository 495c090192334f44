package app.pallet.ui.paste;

import app.pallet.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** A button in a list that shows what is chosen and opens what can be chosen. */
final class ChoiceButton extends Button {

  private final String name;
  private final Tooltip whole = new Tooltip();

  /**
   * A button without a choice.
   *
   * @param name what its ids begin with; the place in the list follows
   */
  ChoiceButton(String name) {
    this.name = name;
    setGraphic(Icons.of(Feather.CHEVRON_DOWN, "choice-arrow"));
    setContentDisplay(ContentDisplay.RIGHT);
    setAlignment(Pos.CENTER_LEFT);
    setMaxWidth(Double.MAX_VALUE);
    setTooltip(whole);
    getStyleClass().add("choice-button");
  }

  /** Shows what is chosen. */
  void show(String text, int place) {
    setId(name + "-" + place);
    setText(text);
    whole.setText(text);
  }
}
