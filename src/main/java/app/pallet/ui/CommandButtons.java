package app.pallet.ui;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.window.EditorViewModel;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Makes the buttons and menu items of commands, which know when they can be pressed. */
final class CommandButtons {

  private final EditorViewModel viewModel;
  private final EditorActions actions;

  CommandButtons(EditorViewModel viewModel, EditorActions actions) {
    this.viewModel = viewModel;
    this.actions = actions;
  }

  /** A flat button with icon and text. */
  Node labelled(EditorCommand command) {
    Button button = button(command);
    button.getStyleClass().remove(Styles.BUTTON_ICON);
    button.setText(command.label());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return explained(command, button);
  }

  /** A flat button with an icon, named by its tooltip. */
  Node iconOnly(EditorCommand command) {
    return explained(command, button(command));
  }

  /** A button that says why it can't be pressed; a disabled one has no tooltip of its own. */
  private Node explained(EditorCommand command, Button button) {
    StringExpression refusal = command.refusal(viewModel);
    Tooltip why = Buttons.tooltip("");
    why.textProperty().bind(refusal);
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
            command.withKeys(command.label()),
            () -> actions.perform(command));
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
                    command.withKeys(
                        object.get().isEmpty()
                            ? command.label()
                            : command.label() + ": " + object.get()),
                object));
    return button;
  }

  MenuItem item(EditorCommand command) {
    MenuItem item = new MenuItem(command.label(), Icons.of(command.icon()));
    item.setId(command.id() + "-item");
    item.setAccelerator(command.keys().getFirst());
    item.setOnAction(event -> actions.perform(command));
    item.disableProperty().bind(command.disabled(viewModel));
    return item;
  }

  /** Performs a command if it is possible now. The command's keys call this. */
  void perform(EditorCommand command) {
    if (!command.disabled(viewModel).get()) {
      actions.perform(command);
    }
  }
}
