package app.pallet.ui.filter;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The button that adds a filter, with a menu of the rows that can be looked at. */
public final class FilterMenu extends SplitMenuButton {

  /** A button over its view model. */
  public FilterMenu(FilterViewModel viewModel, FilterPopover popover) {
    setText("Filter");
    setGraphic(Icons.of(Feather.FILTER));
    Buttons.name(this, "add-filter", "Add filter (Ctrl+Shift+F)");
    getStyleClass().addAll(Styles.FLAT, "filter-menu");
    setMinWidth(Region.USE_PREF_SIZE);
    setOnAction(event -> popover.add(this));
    disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> viewModel.columns().isEmpty(), viewModel.sourceProperty()));
    MenuItem add = new MenuItem("Add filter…");
    add.setId("filter-menu-add");
    add.setOnAction(event -> popover.add(this));
    getItems().addAll(add, new SeparatorMenuItem());
    ToggleGroup group = new ToggleGroup();
    for (RowLimit limit : RowLimit.values()) {
      RadioMenuItem item = new RadioMenuItem(limit.label());
      item.setId(limit.id());
      item.setToggleGroup(group);
      item.setSelected(viewModel.stateProperty().get().limit() == limit);
      item.setOnAction(event -> viewModel.limitTo(limit));
      viewModel
          .stateProperty()
          .addListener((observed, before, now) -> item.setSelected(now.limit() == limit));
      getItems().add(item);
    }
  }
}
