package app.pallet.ui.theme;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/** Shows keys as they are written on a keyboard. FX thread. */
public final class Keys {

  private Keys() {}

  /** A box with a combination in it. */
  public static Label of(String keys) {
    return Labels.of(keys, "key");
  }

  /** A text with the keys that do the same behind it, for a tooltip. */
  public static String after(String text, List<KeyCombination> keys) {
    return keys.isEmpty() ? text : text + " (" + String.join(" or ", texts(keys)) + ")";
  }

  /** Combinations as people read them, such as {@code Ctrl+Shift+V}. */
  public static List<String> texts(List<KeyCombination> keys) {
    return keys.stream().map(KeyCombination::getDisplayText).distinct().toList();
  }
}
