package app.pallet.ui;

import app.pallet.ui.tables.PromisesItem;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Menus;
import app.pallet.ui.window.EditorViewModel;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** Names what is open, and has the commands that concern it as a whole. */
final class CatalogueMenu extends MenuButton {

  private final EditorViewModel viewModel;
  private final EditorActions actions;

  CatalogueMenu(EditorViewModel viewModel, EditorActions actions, CommandButtons buttons) {
    this.viewModel = viewModel;
    this.actions = actions;
    textProperty()
        .bind(
            Bindings.when(viewModel.catalogueProperty().isEmpty())
                .then("No catalogue")
                .otherwise(viewModel.catalogueProperty()));
    viewModel
        .foundProperty()
        .subscribe(found ->
            setGraphic(Icons.of(found.isPresent() ? Feather.DATABASE : Feather.PACKAGE, "accent")));
    Buttons.name(this, "catalogue-menu", "Catalogue");
    setMinWidth(90); // a long name gives way before the commit button leaves the window
    setMaxWidth(240);
    getStyleClass().addAll(Styles.FLAT, "catalogue-menu");
    getItems()
        .addAll(
            new PromisesItem(viewModel.foundProperty()),
            keepHistory(),
            line(),
            buttons.item(EditorCommand.NEW_CATALOGUE),
            buttons.item(EditorCommand.OPEN_CATALOGUE),
            MainMenu.recent(viewModel, actions),
            buttons.item(EditorCommand.ANOTHER_TABLE),
            new SeparatorMenuItem(),
            buttons.item(EditorCommand.IMPORT),
            buttons.item(EditorCommand.EXPORT),
            buttons.item(EditorCommand.RESTORE_BACKUP),
            new SeparatorMenuItem(),
            buttons.item(EditorCommand.SETTINGS),
            buttons.item(EditorCommand.CLOSE));
  }

  /** Between what is said of a foreign table and the commands. */
  private MenuItem line() {
    SeparatorMenuItem line = new SeparatorMenuItem();
    viewModel.foundProperty().subscribe(found -> line.setVisible(found.isPresent()));
    return line;
  }

  private MenuItem keepHistory() {
    MenuItem item = Menus.item("keep-history", "Keep history here…", actions::keepHistory);
    item.setGraphic(Icons.of(Feather.CLOCK));
    item.visibleProperty().bind(viewModel.keepsNoHistory());
    item.disableProperty().bind(viewModel.progress().runningProperty());
    return item;
  }
}
