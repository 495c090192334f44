package app.pallet.ui.paste;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** A button in a list with a short menu of what can be chosen. */
final class ChoiceMenu extends MenuButton {

  private final String name;

  /**
   * A menu without items.
   *
   * @param name what its ids begin with; the place in the list follows
   */
  ChoiceMenu(String name) {
    this.name = name;
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("choice-menu");
  }

  /** Shows what is chosen. */
  void show(String text, int place) {
    setId(name + "-" + place);
    setText(text);
    setAccessibleText(text);
  }

  /** Sets what can be chosen. */
  <T> void setItems(List<T> choices, Function<T, String> wording, Consumer<T> chosen) {
    getItems()
        .setAll(
            choices.stream()
                .map(choice -> {
                  MenuItem item = new MenuItem(wording.apply(choice));
                  item.setOnAction(event -> chosen.accept(choice));
                  return item;
                })
                .toList());
  }
}
