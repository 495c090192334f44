package app.pallet.ui.dialog;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/**
 * A dialog over a window with a button for each answer. FX thread.
 *
 * @param <A> the answers
 */
final class Question<A> {

  private final Alert alert;
  private final Map<ButtonType, A> answers = new HashMap<>();
  private boolean isWide;

  /** A question without an answer yet. */
  Question(Window owner, Alert.AlertType type, Node icon, String title, String header) {
    alert = new Alert(type);
    alert.initOwner(owner);
    alert.setTitle(title);
    alert.setHeaderText(header);
    alert.setGraphic(icon);
    alert.getButtonTypes().clear();
  }

  /** Says more than the header. */
  Question<A> saying(String text) {
    alert.setContentText(text);
    return this;
  }

  /** Makes the dialog so many pixels wide, and each button as wide as its own text. */
  Question<A> wide(String id, double width) {
    isWide = true;
    pane().setId(id);
    pane().setPrefWidth(width);
    return this;
  }

  /** Offers an answer, and returns its button. */
  Button offer(A answer, String label, ButtonData place, String id) {
    ButtonType type = new ButtonType(label, place);
    answers.put(type, answer);
    alert.getButtonTypes().add(type);
    Button button = (Button) pane().lookupButton(type);
    button.setId(id);
    if (isWide) {
      ButtonBar.setButtonUniformSize(button, false);
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    return button;
  }

  /** What is in the dialog. */
  DialogPane pane() {
    return alert.getDialogPane();
  }

  /** Does something once the dialog is shown. */
  void whenShown(Runnable action) {
    alert.setOnShown(event -> action.run());
  }

  /**
   * Waits for the answer.
   *
   * @param otherwise what it means to close the dialog without one
   */
  A ask(A otherwise) {
    return alert
        .showAndWait()
        .map(type -> Objects.requireNonNull(answers.get(type)))
        .orElse(otherwise);
  }
}
