package app.pallet.ui.filter;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Menus;
import app.pallet.ui.theme.Popovers;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
    MenuItem save =
        Menus.item(
            "save-view",
            "Save this view…",
            () -> NameBox.ask(this, "Save this view", freeName(views), viewModel::save));
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

  /** The same views as a menu, only to apply them. */
  public static Menu toApply(FilterViewModel viewModel) {
    Menu menu = new Menu("Views", Icons.of(Feather.BOOKMARK));
    menu.setId("menu-views");
    Runnable refresh =
        () -> {
          menu.getItems().setAll(items("menu-view-", viewModel.savedViews(), viewModel::apply));
          menu.setDisable(menu.getItems().isEmpty());
        };
    viewModel.viewsProperty().subscribe(refresh);
    viewModel.sourceProperty().subscribe(refresh);
    refresh.run();
    return menu;
  }

  private static String freeName(List<SavedView> views) {
    return "View " + (views.size() + 1);
  }

  private static List<MenuItem> items(
      String id, List<SavedView> views, Consumer<SavedView> action) {
    return views.stream()
        .map(view -> Menus.item(id + views.indexOf(view), view.name(), () -> action.accept(view)))
        .toList();
  }

  /** Asks for the name of a view. FX thread. */
  private static final class NameBox extends VBox {

    private static final int LONGEST = 60;

    private final TextField field;

    private NameBox(String title, String name, Consumer<String> named) {
      Label heading = Labels.of(title, "pane-title");
      field = new TextField(name);
      field.setId("view-name");
      field.setPromptText("Name of the view");
      field.setAccessibleText("Name of the view");
      Button save = new Button("Save view");
      save.setId("view-save");
      save.getStyleClass().add(Styles.ACCENT);
      save.disableProperty().bind(field.textProperty().map(String::isBlank));
      Runnable done =
          () -> {
            String text = field.getText().strip();
            if (!text.isEmpty()) {
              getScene().getWindow().hide();
              named.accept(text.substring(0, Math.min(LONGEST, text.length())));
            }
          };
      save.setOnAction(event -> done.run());
      field.setOnAction(event -> done.run());
      HBox buttons = new HBox(save);
      buttons.setAlignment(Pos.CENTER_RIGHT);
      buttons.getStyleClass().add("filter-buttons");
      getStyleClass().add("filter-box");
      getChildren().addAll(heading, field, buttons);
    }

    /** Asks at a node; Esc or a click elsewhere closes the box without an answer. */
    static void ask(Node at, String title, String name, Consumer<String> named) {
      NameBox box = new NameBox(title, name, named);
      Popovers.of(box, box::focusName).show(at);
    }

    private void focusName() {
      field.requestFocus();
      field.selectAll();
    }
  }
}
