package app.pallet.ui.theme;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Words for the items of a box that can't be typed into.
 *
 * @param <T> what is chosen
 */
public final class ItemWording<T> extends StringConverter<T> {

  private final ComboBox<T> box;
  private final Function<T, String> wording;

  private ItemWording(ComboBox<T> box, Function<T, String> wording) {
    this.box = box;
    this.wording = wording;
  }

  /** Gives a box the words of its items; nothing chosen is an empty text. */
  public static <T> void set(ComboBox<T> box, Function<T, String> wording) {
    box.setConverter(new ItemWording<>(box, wording));
  }

  @Override
  public String toString(@Nullable T item) {
    return item == null ? "" : wording.apply(item);
  }

  @Override
  public @Nullable T fromString(String text) {
    return box.getValue();
  }
}
