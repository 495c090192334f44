package app.pallet.ui.theme;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A column whose cells get the whole item of their row. The user can neither sort nor move it.
 *
 * @param <T> what the table holds
 */
public final class ItemColumn<T> extends TableColumn<T, T> {

  private static final double WIDEST_TOOLTIP = 560;

  /**
   * A column.
   *
   * @param width in pixels
   * @param cells makes its cells
   */
  public ItemColumn(String title, double width, Supplier<TableCell<T, T>> cells) {
    super(title);
    setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    setCellFactory(column -> cells.get());
    setPrefWidth(width);
    setSortable(false);
    setReorderable(false);
  }

  /**
   * A column of texts in one line each.
   *
   * @param whole what the tooltip of a cell says; there is none where it is empty
   */
  public static <T> ItemColumn<T> ofTexts(
      String title,
      double width,
      Function<T, String> text,
      Function<T, String> whole,
      String... styleClasses) {
    return new ItemColumn<>(title, width, () -> new TextCell<>(text, whole, styleClasses));
  }

  /**
   * A cell that shows an item, and nothing where its row has none.
   *
   * @param <T> what the table holds
   */
  public abstract static class Cell<T> extends TableCell<T, T> {

    /** A cell without an item. */
    protected Cell(String... styleClasses) {
      getStyleClass().addAll(styleClasses);
    }

    /** Shows an item. */
    protected abstract void show(T item);

    @Override
    protected final void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
      } else {
        show(item);
      }
    }
  }

  private static final class TextCell<T> extends Cell<T> {
    private final Function<T, String> text;
    private final Function<T, String> whole;
    private final Tooltip tooltip = Labels.wrappedTooltip(WIDEST_TOOLTIP);

    TextCell(Function<T, String> text, Function<T, String> whole, String... styleClasses) {
      super(styleClasses);
      this.text = text;
      this.whole = whole;
    }

    @Override
    protected void show(T item) {
      setText(text.apply(item).replaceAll("\\s+", " "));
      tooltip.setText(whole.apply(item));
      setTooltip(tooltip.getText().isEmpty() ? null : tooltip);
    }
  }
}
