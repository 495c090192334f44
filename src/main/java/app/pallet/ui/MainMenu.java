package app.pallet.ui;

import app.pallet.commit.CommitMode;
import app.pallet.ui.command.Place;
import app.pallet.ui.commit.CommitWording;
import app.pallet.ui.filter.ViewsMenu;
import app.pallet.ui.tables.RecentTables;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Menus;
import app.pallet.ui.window.EditorViewModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/**
 * The menu bar: every command in its place, and the lists that change. It is the platform's own bar
 * where there is one. FX thread.
 */
final class MainMenu extends MenuBar {

  /** What is offered of what was open before. */
  private static final int RECENT = 12;

  private final CommandButtons buttons;
  private final Map<Place, Menu> lists = new EnumMap<>(Place.class);

  MainMenu(EditorViewModel viewModel, EditorActions actions, CommandButtons buttons) {
    this.buttons = buttons;
    Menu recent = recent(viewModel, actions);
    recent.setId("menu-open-recent");
    lists.put(Place.FILE_OPEN, recent);
    lists.put(Place.VIEW_VIEWS, ViewsMenu.toApply(viewModel.filter()));
    lists.put(Place.COMMIT_ALL, mode(viewModel));
    for (Place place : Place.values()) {
      List<MenuItem> items = items(place);
      if (!items.isEmpty()) {
        Menu menu = menu(place);
        if (!menu.getItems().isEmpty()) {
          menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(items);
      }
    }
    setUseSystemMenuBar(true);
    setId("main-menu");
    getStyleClass().add("main-menu");
  }

  private Menu menu(Place place) {
    String id = "menu-" + place.menu().toLowerCase(Locale.ROOT);
    return getMenus().stream()
        .filter(menu -> id.equals(menu.getId()))
        .findFirst()
        .orElseGet(() -> {
          Menu menu = new Menu("_" + place.menu());
          menu.setId(id);
          getMenus().add(menu);
          return menu;
        });
  }

  private List<MenuItem> items(Place place) {
    List<MenuItem> items =
        Arrays.stream(EditorCommand.values())
            .filter(command -> command.place() == place)
            .map(this::item)
            .collect(Collectors.toCollection(ArrayList::new));
    Menu list = lists.get(place);
    if (list != null) {
      items.add(list);
    }
    return items;
  }

  private MenuItem item(EditorCommand command) {
    MenuItem item = buttons.item(command);
    item.setId("menu-" + command.id());
    if (command.isForCells()) {
      item.setAccelerator(null);
      item.parentMenuProperty()
          .subscribe(menu -> {
            if (menu != null) {
              nameKeysWhileShown(menu, item, command);
            }
          });
    }
    return item;
  }

  /**
   * Keys in a menu bar work wherever the focus is, and would empty cells while a list has it. So a
   * menu has the table's keys only while it is open.
   */
  private static void nameKeysWhileShown(Menu menu, MenuItem item, EditorCommand command) {
    menu.showingProperty()
        .subscribe(showing ->
            item.setAccelerator(showing ? CommandButtons.keys(command).orElse(null) : null));
  }

  private static Menu mode(EditorViewModel viewModel) {
    Menu menu = new Menu("Mode", Icons.of(Feather.SLIDERS));
    menu.setId("menu-mode");
    menu.getItems()
        .setAll(
            Menus.choices(
                List.of(CommitMode.BATCH, CommitMode.ADD_ALL, CommitMode.ONE_BY_ONE),
                CommitWording::name,
                mode -> "menu-mode-" + CommitWording.slug(mode),
                viewModel.commit().modeProperty(),
                viewModel.commit().modeProperty()::set));
    return menu;
  }

  /** What was open before. */
  static Menu recent(EditorViewModel viewModel, EditorActions actions) {
    Menu menu = new Menu("Open recent", Icons.of(Feather.CLOCK));
    menu.setId("open-recent");
    viewModel
        .recentProperty()
        .subscribe(recent -> {
          menu.getItems().clear();
          recent.tables().stream()
              .limit(RECENT)
              .map(RecentTables.RecentTable::place)
              .forEach(place ->
                  menu.getItems()
                      .add(
                          Menus.item(
                              "recent-" + menu.getItems().size(),
                              place.title() + "   " + place.folder(),
                              () -> actions.openRecent(place))));
        });
    menu.disableProperty()
        .bind(Bindings.isEmpty(menu.getItems()).or(viewModel.progress().runningProperty()));
    return menu;
  }
}
