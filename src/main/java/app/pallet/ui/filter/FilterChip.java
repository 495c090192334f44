package app.pallet.ui.filter;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** One thing that is filtered by: pressed to change it, and with a cross to remove it. */
final class FilterChip extends HBox {

  /**
   * A chip.
   *
   * @param id of its button; that of its cross ends in {@code -remove}
   * @param text what it filters by
   * @param changed gets the button when it is pressed
   * @param removed told when the cross or Delete is pressed
   */
  FilterChip(String id, String text, Consumer<Node> changed, Runnable removed) {
    Button button = new Button(text);
    button.setMnemonicParsing(false);
    Buttons.name(button, id, text);
    button.setAccessibleText("Filter: " + text);
    button.getStyleClass().add("chip-text");
    button.setOnAction(event -> changed.accept(button));
    Button remove = new Button("", Icons.of(Feather.X));
    Buttons.name(remove, id + "-remove", "Remove this filter");
    remove.getStyleClass().add("chip-remove");
    remove.setOnAction(event -> removed.run());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            removed.run();
            event.consume();
          }
        });
    getStyleClass().add("filter-chip");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(button, remove);
  }
}
