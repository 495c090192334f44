package app.pallet.ui;

import app.pallet.ui.commit.CommitBar;
import app.pallet.ui.tables.PromisesItem;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Menus;
import app.pallet.ui.window.EditorViewModel;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
            () -> buttons.perform(EditorCommand.COMMIT),
            () -> buttons.perform(EditorCommand.COMPARE_MODES));
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox.setHgrow(commit, Priority.SOMETIMES);
    commit.setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(catalogueMenu(viewModel, actions, buttons), search, commit);
  }

  /** Puts the cursor into the search field, its text selected. */
  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private static MenuButton catalogueMenu(
      EditorViewModel viewModel, EditorActions actions, CommandButtons buttons) {
    MenuButton menu = new MenuButton();
    menu.textProperty()
        .bind(
            Bindings.when(viewModel.catalogueProperty().isEmpty())
                .then("No catalogue")
                .otherwise(viewModel.catalogueProperty()));
    viewModel
        .foundProperty()
        .subscribe(found ->
            menu.setGraphic(
                Icons.of(found.isPresent() ? Feather.DATABASE : Feather.PACKAGE, "accent")));
    Buttons.name(menu, "catalogue-menu", "Catalogue");
    menu.setMinWidth(90); // a long name gives way before the commit button leaves the window
    menu.setMaxWidth(240);
    menu.getStyleClass().addAll(Styles.FLAT, "catalogue-menu");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.getItems()
        .addAll(
            new PromisesItem(viewModel.foundProperty()),
            keepHistory(viewModel, actions),
            separator(viewModel),
            buttons.item(EditorCommand.NEW_CATALOGUE),
            buttons.item(EditorCommand.OPEN_CATALOGUE),
            MainMenu.recent(viewModel, actions),
            buttons.item(EditorCommand.ANOTHER_TABLE),
            new SeparatorMenuItem(),
            buttons.item(EditorCommand.IMPORT),
            buttons.item(EditorCommand.PASTE_WITH_OPTIONS),
            buttons.item(EditorCommand.EXPORT),
            new SeparatorMenuItem(),
            buttons.item(EditorCommand.RESTORE_BACKUP),
            buttons.item(EditorCommand.SETTINGS));
    return menu;
  }

  /** Between what is said of a foreign table and the commands. */
  private static MenuItem separator(EditorViewModel viewModel) {
    SeparatorMenuItem line = new SeparatorMenuItem();
    viewModel.foundProperty().subscribe(found -> line.setVisible(found.isPresent()));
    return line;
  }

  private static MenuItem keepHistory(EditorViewModel viewModel, EditorActions actions) {
    MenuItem item = Menus.item("keep-history", "Keep history here…", actions::keepHistory);
    item.setGraphic(Icons.of(Feather.CLOCK));
    item.visibleProperty().bind(viewModel.keepsNoHistory());
    item.disableProperty().bind(viewModel.progress().runningProperty());
    return item;
  }

  private static TextField searchField(EditorViewModel viewModel) {
    ClearableField field = new ClearableField("search", Feather.SEARCH, "Search rows");
    field.setTooltip(Buttons.tooltip("Search the text columns (Ctrl+F)"));
    field.textProperty().bindBidirectional(viewModel.searchProperty());
    viewModel.searchFocusedProperty().bind(field.focusedProperty());
    field.disableProperty().bind(viewModel.catalogueProperty().isEmpty());
    return field;
  }
}
