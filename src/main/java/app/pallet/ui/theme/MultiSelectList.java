package app.pallet.ui.theme;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ListViewSkin;

/**
 * A list in which many lines may be selected. It tells a screen reader only of the selected lines
 * on the screen. JavaFX's own list would make a cell for each selected line, which freezes a window
 * with a long list.
 *
 * @param <T> what a line shows
 */
public final class MultiSelectList<T> extends ListView<T> {

  /** A list of items, which is followed as they change. */
  public MultiSelectList(ObservableList<T> items) {
    super(items);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new LinesOnScreen<>(this);
  }

  /** Looks only at lines that are visible. */
  private static final class LinesOnScreen<T> extends ListViewSkin<T> {

    LinesOnScreen(ListView<T> list) {
      super(list);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
      return attribute == AccessibleAttribute.SELECTED_ITEMS
          ? FXCollections.observableArrayList(lines().filter(ListCell::isSelected).toList())
          : super.queryAccessibleAttribute(attribute, parameters);
    }

    private Stream<ListCell<T>> lines() {
      ListCell<T> first = getVirtualFlow().getFirstVisibleCell();
      ListCell<T> last = getVirtualFlow().getLastVisibleCell();
      return first == null || last == null
          ? Stream.empty()
          : IntStream.rangeClosed(first.getIndex(), last.getIndex())
              .mapToObj(getVirtualFlow()::getVisibleCell)
              .filter(line -> line != null && !line.isEmpty());
    }
  }
}
