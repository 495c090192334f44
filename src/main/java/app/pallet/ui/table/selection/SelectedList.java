package app.pallet.ui.table.selection;

import app.pallet.ui.table.cells.SpanChange;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import javafx.collections.ObservableListBase;

/**
 * One of the lists in which JavaFX wants a selection told, computed from the ranges when asked.
 *
 * @param <E> cells, row indices or rows
 */
final class SelectedList<E> extends ObservableListBase<E> {

  private final IntSupplier count;
  private final IntFunction<E> element;
  private List<E> standIn = List.of();

  SelectedList(IntSupplier count, IntFunction<E> element) {
    this.count = count;
    this.element = element;
  }

  @Override
  public int size() {
    return count.getAsInt();
  }

  @Override
  public E get(int index) {
    return element.apply(index);
  }

  /** Lets everyone who shows the selection look again. */
  void changed() {
    List<E> removed = standIn;
    standIn = isEmpty() ? List.of() : List.of(get(0));
    if (!removed.isEmpty() || !standIn.isEmpty()) {
      fireChange(SpanChange.replaced(this, removed));
    }
  }
}
