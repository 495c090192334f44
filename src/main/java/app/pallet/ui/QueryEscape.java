package app.pallet.ui;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets Esc, wherever the focus is, stop a search or sort that runs. FX thread. */
final class QueryEscape {

  private QueryEscape() {}

  /**
   * Watches everything under a node.
   *
   * @param running whether there is something to stop; if not, Esc keeps its usual meaning
   */
  static void install(Node node, ObservableBooleanValue running, Runnable cancel) {
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && running.get()) {
            event.consume();
            cancel.run();
          }
        });
  }
}
