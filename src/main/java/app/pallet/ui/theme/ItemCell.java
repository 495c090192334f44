package app.pallet.ui.theme;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list that shows an item, and nothing where the list has no item.
 *
 * @param <T> what the list holds
 */
public abstract class ItemCell<T> extends ListCell<T> {

  /** A line without an item. */
  protected ItemCell() {}

  /** Shows an item. */
  protected abstract void show(T item);

  /** Removes what the item before has left on the cell apart from its text and nodes. */
  protected void clear() {}

  @Override
  protected final void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    clear();
    if (item == null || empty) {
      setText(null);
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
    } else {
      show(item);
    }
  }
}
