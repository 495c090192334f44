package app.pallet.ui.theme;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Makes items of menus. FX thread. */
public final class Menus {

  private Menus() {}

  /** An item that does something. */
  public static MenuItem item(String id, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setMnemonicParsing(false); // names of columns and views have underscores
    item.setOnAction(event -> action.run());
    return item;
  }

  /**
   * An item for each choice; the current one is marked.
   *
   * @param text a choice as the user reads it
   * @param id the id of its item
   * @param current the choice to mark, which is followed as it changes
   * @param chosen gets what the user chooses
   */
  public static <T> List<MenuItem> choices(
      List<T> choices,
      Function<T, String> text,
      Function<T, String> id,
      ObservableValue<T> current,
      Consumer<T> chosen) {
    ToggleGroup group = new ToggleGroup();
    return choices.stream()
        .<MenuItem>map(choice -> {
          RadioMenuItem item = new RadioMenuItem(text.apply(choice));
          item.setId(id.apply(choice));
          item.setToggleGroup(group);
          item.setOnAction(event -> chosen.accept(choice));
          current.subscribe(now -> item.setSelected(choice.equals(now)));
          return item;
        })
        .toList();
  }
}
