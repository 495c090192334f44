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

  /** Combinations as people read them, such as {@code Ctrl+Shift+V}. */
  public static List<String> texts(List<KeyCombination> keys) {
    return keys.stream().map(KeyCombination::getDisplayText).distinct().toList();
  }
}
