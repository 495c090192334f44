package app.pallet.ui;

import app.pallet.ui.commit.CommitBar;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.window.EditorViewModel;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The first line of the window: which catalogue, the search, and the commit bar. */
final class TopBar extends HBox {

  private final TextField search;

  TopBar(EditorViewModel viewModel, EditorActions actions, CommandButtons buttons) {
    search = searchField(viewModel);
    CommitBar commit =
        new CommitBar(
            viewModel.commit(),
            () -> actions.perform(EditorCommand.COMMIT),
            () -> actions.perform(EditorCommand.COMPARE_MODES));
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox.setHgrow(commit, Priority.SOMETIMES);
    commit.setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(catalogueMenu(viewModel, buttons), search, commit);
  }

  /** Puts the cursor into the search field, its text selected. */
  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private static MenuButton catalogueMenu(EditorViewModel viewModel, CommandButtons buttons) {
    MenuButton menu = new MenuButton();
    menu.textProperty()
        .bind(
            Bindings.when(viewModel.catalogueProperty().isEmpty())
                .then("No catalogue")
                .otherwise(viewModel.catalogueProperty()));
    menu.setGraphic(Icons.of(Feather.PACKAGE, "accent"));
    Buttons.name(menu, "catalogue-menu", "Catalogue");
    menu.setMinWidth(90); // a long name gives way before the commit button leaves the window
    menu.setMaxWidth(240);
    menu.getStyleClass().addAll(Styles.FLAT, "catalogue-menu");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.getItems()
        .addAll(
            buttons.item(EditorCommand.NEW_CATALOGUE),
            buttons.item(EditorCommand.OPEN_CATALOGUE),
            new SeparatorMenuItem(),
            buttons.item(EditorCommand.IMPORT),
            buttons.item(EditorCommand.PASTE_WITH_OPTIONS),
            buttons.item(EditorCommand.EXPORT),
            new SeparatorMenuItem(),
            buttons.item(EditorCommand.RESTORE_BACKUP),
            buttons.item(EditorCommand.SETTINGS));
    return menu;
  }

  private static TextField searchField(EditorViewModel viewModel) {
    ClearableField field = new ClearableField("search", Feather.SEARCH, "Search products");
    field.setTooltip(Buttons.tooltip("Search the text columns (Ctrl+F)"));
    field.textProperty().bindBidirectional(viewModel.searchProperty());
    viewModel.searchFocusedProperty().bind(field.focusedProperty());
    field.disableProperty().bind(viewModel.catalogueProperty().isEmpty());
    return field;
  }
}
