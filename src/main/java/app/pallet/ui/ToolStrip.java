package app.pallet.ui;

import app.pallet.ui.filter.FilterMenu;
import app.pallet.ui.filter.ViewsMenu;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Menus;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.window.EditorViewModel;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The second line of the window: commands for rows and, at the right, the look of the window. */
final class ToolStrip extends HBox {

  ToolStrip(
      EditorViewModel viewModel,
      CommandButtons buttons,
      FilterMenu filter,
      Appearance appearance,
      BooleanProperty sideOpen,
      BooleanProperty bottomOpen) {
    getStyleClass().add("tool-strip");
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            buttons.labelled(EditorCommand.ADD_ROW),
            buttons.iconOnly(EditorCommand.DUPLICATE_ROWS),
            buttons.iconOnly(EditorCommand.DELETE_ROWS),
            buttons.iconOnly(EditorCommand.CHANGE_VALUES),
            divider(),
            buttons.iconOnly(EditorCommand.UNDO, viewModel.undoLabelProperty()),
            buttons.iconOnly(EditorCommand.REDO, viewModel.redoLabelProperty()),
            divider(),
            buttons.labelled(EditorCommand.IMPORT),
            buttons.labelled(EditorCommand.EXPORT),
            divider(),
            buttons.labelled(EditorCommand.HISTORY),
            divider(),
            filter,
            new ViewsMenu(viewModel.filter()),
            buttons.iconOnly(EditorCommand.COLUMNS),
            new Spacer(),
            fold("toggle-side", Feather.SIDEBAR, "Changes and problems (Ctrl+1)", sideOpen),
            fold("toggle-bottom", Feather.TERMINAL, "Log and chart (Ctrl+2)", bottomOpen),
            themeMenu(appearance));
  }

  private static Node divider() {
    return new Separator(Orientation.VERTICAL);
  }

  private static ToggleButton fold(String id, Ikon icon, String tooltip, BooleanProperty open) {
    ToggleButton button = new ToggleButton("", Icons.of(icon, id + "-icon"));
    Buttons.name(button, id, tooltip);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "fold-toggle");
    button.selectedProperty().bindBidirectional(open);
    return button;
  }

  private static MenuButton themeMenu(Appearance appearance) {
    MenuButton menu = new MenuButton();
    menu.setGraphic(Icons.of(Feather.SUN));
    Buttons.name(menu, "theme-menu", "Theme");
    menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
    menu.setPopupSide(Side.LEFT); // at the window's edge there is no room below
    menu.getItems()
        .addAll(
            Menus.choices(
                List.of(ThemeChoice.values()),
                ThemeChoice::label,
                choice -> "theme-" + choice.name().toLowerCase(Locale.ROOT),
                appearance.choiceProperty(),
                appearance.choiceProperty()::set));
    return menu;
  }
}
