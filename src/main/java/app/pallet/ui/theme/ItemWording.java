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

  /**
   * A box that takes all the width it can get.
   *
   * @param name what a screen reader calls it
   * @param wording an item as the user reads it; nothing chosen is an empty text
   */
  public static <T> ComboBox<T> box(String id, String name, Function<T, String> wording) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(name);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new ItemWording<>(box, wording));
    return box;
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
