package app.pallet.ui.dialog;

import javafx.scene.Parent;

/** Shows windows over the editor, which waits until they are closed. FX thread. */
public interface ModalWindows {

  /**
   * What a window shows.
   *
   * @param title its title
   * @param pane everything in it
   * @param width its first width in pixels
   * @param height its first height in pixels
   */
  record Content(String title, Parent pane, double width, double height) {}

  /**
   * Shows a window; returns at once.
   *
   * @param closed told once when it is closed, by whomever
   * @return closes it
   */
  Runnable show(Content content, Runnable closed);
}
