package app.pallet.ui.dialog;

import java.util.function.Function;
import javafx.scene.Parent;

/** Shows windows over the editor, which waits until they are closed. FX thread. */
public interface ModalWindows {

  /**
   * What a window shows.
   *
   * @param title its title
   * @param width its first width in pixels
   * @param height its first height in pixels
   * @param pane makes everything in it; gets what closes the window
   */
  record Content(String title, double width, double height, Function<Runnable, Parent> pane) {}

  /**
   * Shows a window; returns at once.
   *
   * @param closed called once the window is closed, by the user or by the program
   */
  void show(Content content, Runnable closed);

  /** Shows a window; returns at once. */
  default void show(Content content) {
    show(content, () -> {});
  }
}
