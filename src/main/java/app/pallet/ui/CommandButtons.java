package app.pallet.ui;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Menus;
import app.pallet.ui.window.EditorViewModel;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Makes the buttons and menu items of commands, which know when they can be pressed. */
final class CommandButtons {

  private final EditorViewModel viewModel;
  private final Consumer<EditorCommand> action;

  /**
   * Buttons over a view model.
   *
   * @param action carries a command out that is possible
   */
  CommandButtons(EditorViewModel viewModel, Consumer<EditorCommand> action) {
    this.viewModel = viewModel;
    this.action = action;
  }

  /** A flat button with icon and text. */
  Node labelled(EditorCommand command) {
    Button button = button(command);
    button.getStyleClass().remove(Styles.BUTTON_ICON);
    button.setText(command.label());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return explained(command, button);
  }

  /** A button that says why it can't be pressed; a disabled one has no tooltip of its own. */
  private Node explained(EditorCommand command, Button button) {
    StringExpression refusal = command.refusal(viewModel);
    Tooltip why = Buttons.tooltip("");
    why.textProperty().bind(refusal);
    button.disableProperty().bind(refusal.isNotEmpty()); // which keeps what is listened to here
    StackPane place = new StackPane(button);
    refusal.subscribe(text -> {
      if (text.isEmpty()) {
        Tooltip.uninstall(place, why);
      } else {
        Tooltip.install(place, why);
      }
    });
    return place;
  }

  private Button button(EditorCommand command) {
    Button button =
        Buttons.icon(
            command.id(),
            command.icon(),
            withKeys(command, command.label()),
            () -> action.accept(command));
    button.disableProperty().bind(command.disabled(viewModel));
    return button;
  }

  /** A flat button with an icon. Its tooltip names what the command would change. */
  Button iconOnly(EditorCommand command, StringProperty object) {
    Button button = button(command);
    button
        .getTooltip()
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    withKeys(
                        command,
                        object.get().isEmpty()
                            ? command.label()
                            : command.label() + ": " + object.get()),
                object));
    return button;
  }

  /** A menu item with the command's keys, which work in the whole window. */
  MenuItem item(EditorCommand command) {
    MenuItem item =
        Menus.item(
            command.id() + "-item",
            command.label(),
            // A popover would be closed at once with the menu that is still open now.
            () -> Platform.runLater(() -> perform(command)));
    item.setGraphic(Icons.of(command.icon()));
    keys(command).ifPresent(item::setAccelerator);
    item.disableProperty().bind(command.disabled(viewModel));
    return item;
  }

  /** A text followed by the command's keys, for a tooltip. */
  private static String withKeys(EditorCommand command, String text) {
    return Keys.after(text, command.keys());
  }

  /** The keys that a menu names. */
  static Optional<KeyCombination> keys(EditorCommand command) {
    return command.keys().stream().findFirst();
  }

  /** Performs a command if it is possible now. The command's keys call this. */
  void perform(EditorCommand command) {
    if (!command.disabled(viewModel).get()) {
      action.accept(command);
    }
  }
}
