package app.pallet.ui.window;

import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * What lies over the whole window for a moment, such as the palette, with the window dimmed behind
 * it. Esc or a click beside it closes it, and the focus goes back to where it was. No key gets
 * through to the window. FX thread.
 */
public final class Overlay extends StackPane {

  private static final Duration FADE = Duration.millis(90);

  private Optional<Node> before = Optional.empty();

  /** An overlay that shows nothing. */
  public Overlay() {
    setId("overlay");
    getStyleClass().add("overlay");
    setManaged(false);
    setVisible(false);
    setOnMousePressed(event -> {
      if (event.getTarget() == this) {
        close();
      }
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::keep);
  }

  /**
   * Shows something in place of what was shown.
   *
   * @param content is as high and wide as it prefers, if the window is
   * @param focus gets the focus
   */
  public void show(Region content, Pos where, Node focus) {
    if (!isVisible()) {
      before = Optional.ofNullable(getScene().getFocusOwner());
    }
    content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAlignment(content, where);
    getChildren().setAll(content);
    setVisible(true);
    fade(content);
    focus.requestFocus();
  }

  /** Hides what is shown. */
  public void close() {
    setVisible(false);
    getChildren().clear();
    before.ifPresent(Node::requestFocus);
    before = Optional.empty();
  }

  private static void fade(Node content) {
    if (!Platform.getPreferences().isReducedMotion()) {
      content.setOpacity(0);
      FadeTransition fade = new FadeTransition(FADE, content);
      fade.setToValue(1);
      fade.play();
    }
  }

  private void keep(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
    }
    event.consume();
  }
}
