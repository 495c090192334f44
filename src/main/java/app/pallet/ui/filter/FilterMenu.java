package app.pallet.ui.filter;

import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Menus;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The button that adds a filter, with a menu of the rows that can be looked at. */
public final class FilterMenu extends SplitMenuButton {

  /** A button over its view model. */
  public FilterMenu(FilterViewModel viewModel, FilterPopover popover) {
    setText("Filter");
    setGraphic(Icons.of(Feather.FILTER));
    Buttons.name(this, "add-filter", Keys.after("Add filter", Shortcut.FILTER.keys()));
    getStyleClass().addAll(Styles.FLAT, "filter-menu");
    setMinWidth(Region.USE_PREF_SIZE);
    setOnAction(event -> popover.add(this));
    disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> viewModel.columns().isEmpty(), viewModel.sourceProperty()));
    getItems()
        .addAll(
            Menus.item("filter-menu-add", "Add filter…", () -> popover.add(this)),
            new SeparatorMenuItem());
    getItems()
        .addAll(
            Menus.choices(
                List.of(RowLimit.values()),
                RowLimit::label,
                RowLimit::id,
                viewModel.stateProperty().map(FilterState::limit),
                viewModel::limitTo));
  }
}
