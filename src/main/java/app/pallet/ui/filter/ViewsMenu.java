package app.pallet.ui.filter;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The views of the open catalogue: to apply, keep, rename and delete. */
public final class ViewsMenu extends MenuButton {

  private final FilterViewModel viewModel;

  /** A menu over its view model. */
  public ViewsMenu(FilterViewModel viewModel) {
    this.viewModel = viewModel;
    setText("Views");
    setGraphic(Icons.of(Feather.BOOKMARK));
    Buttons.name(this, "views-menu", "Views: filter, order and columns under a name");
    getStyleClass().add(Styles.FLAT);
    setMinWidth(Region.USE_PREF_SIZE);
    disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> viewModel.columns().isEmpty(), viewModel.sourceProperty()));
    viewModel.viewsProperty().addListener((observed, before, now) -> refresh());
    viewModel.sourceProperty().addListener((observed, before, now) -> refresh());
    refresh();
  }

  private void refresh() {
    List<SavedView> views = viewModel.savedViews();
    getItems().setAll(items("apply-view-", views, viewModel::apply));
    if (!views.isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    MenuItem save = new MenuItem("Save this view…");
    save.setId("save-view");
    save.setOnAction(
        event -> NameBox.ask(this, "Save this view", freeName(views), viewModel::save));
    Menu rename = new Menu("Rename");
    rename.setId("rename-view");
    rename
        .getItems()
        .setAll(
            items(
                "rename-view-",
                views,
                view ->
                    NameBox.ask(
                        this, "Rename view", view.name(), name -> viewModel.rename(view, name))));
    rename.setDisable(views.isEmpty());
    Menu delete = new Menu("Delete");
    delete.setId("delete-view");
    delete.getItems().setAll(items("delete-view-", views, viewModel::delete));
    delete.setDisable(views.isEmpty());
    getItems().addAll(save, rename, delete);
  }

  private static String freeName(List<SavedView> views) {
    return "View " + (views.size() + 1);
  }

  private static List<MenuItem> items(
      String id, List<SavedView> views, Consumer<SavedView> action) {
    return views.stream()
        .map(view -> {
          MenuItem item = new MenuItem(view.name());
          item.setId(id + views.indexOf(view));
          item.setMnemonicParsing(false);
          item.setOnAction(event -> action.accept(view));
          return item;
        })
        .toList();
  }
}
