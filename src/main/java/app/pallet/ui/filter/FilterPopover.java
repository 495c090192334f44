package app.pallet.ui.filter;

import app.pallet.rows.query.Condition;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.theme.Popovers;
import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Opens the box in which a condition is made, at a button or a chip. FX thread. */
public final class FilterPopover {

  private final FilterViewModel viewModel;
  private @Nullable Popover open;

  /** A popover that is not open. */
  public FilterPopover(FilterViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /** Makes a new condition on a column that the user chooses. */
  public void add(Node at) {
    List<Column> columns = viewModel.columns();
    columns.stream()
        .filter(column -> column.type() == ColumnType.CHOICE)
        .findFirst()
        .or(() -> columns.stream().filter(column -> !column.isBookkeeping()).findFirst())
        .ifPresent(column -> show(at, FilterBox.Start.of(column), viewModel::add, false));
  }

  /** Makes a new condition on a column. */
  public void add(Node at, Column column) {
    show(at, FilterBox.Start.of(column), viewModel::add, true);
  }

  /** Changes a condition. */
  void edit(Node at, Condition condition) {
    show(
        at,
        FilterBox.Start.of(condition),
        made ->
            viewModel
                .stateProperty()
                .set(viewModel.stateProperty().get().replacing(condition, made)),
        true);
  }

  private void show(Node at, FilterBox.Start start, Consumer<Condition> done, boolean columnKnown) {
    hide();
    FilterBox box =
        new FilterBox(
            viewModel,
            start,
            condition -> {
              hide();
              done.accept(condition);
            },
            this::hide);
    Popover popover = Popovers.of(box, () -> box.focusFirst(columnKnown));
    open = popover;
    popover.show(at);
  }

  private void hide() {
    Popover shown = open;
    open = null;
    if (shown != null) {
      shown.hide();
    }
  }
}
