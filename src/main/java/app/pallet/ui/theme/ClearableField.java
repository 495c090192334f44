package app.pallet.ui.theme;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * A text field for searching: an icon, a prompt, and once there is text a button and Esc to clear
 * it.
 */
public final class ClearableField extends CustomTextField {

  /** An empty field; the prompt is its name for a screen reader too. */
  public ClearableField(String id, Ikon ikon, String prompt) {
    Button clear = Buttons.icon(id + "-clear", Feather.X, "Clear", this::clear);
    clear.getStyleClass().add("clear-button");
    clear.setFocusTraversable(false);
    clear.setCursor(Cursor.DEFAULT);
    clear.visibleProperty().bind(textProperty().isNotEmpty());
    setId(id);
    setPromptText(prompt);
    setAccessibleText(prompt);
    setLeft(Icons.of(ikon, "field-icon"));
    setRight(clear);
    addEventHandler(KeyEvent.KEY_PRESSED, this::clearBy);
  }

  private void clearBy(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
      clear();
      event.consume();
    }
  }
}
