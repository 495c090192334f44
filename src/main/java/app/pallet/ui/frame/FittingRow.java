package app.pallet.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/**
 * A row that gives up parts, one after the other, until the rest has room. It measures, so it needs
 * no fixed widths and fits in every language. FX thread.
 */
public class FittingRow extends HBox {

  private final List<Consumer<Boolean>> steps = new ArrayList<>();
  private boolean fitting;

  /** An empty row. */
  protected FittingRow() {
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    widthProperty().subscribe(this::fit);
    sceneProperty().subscribe(this::fit);
  }

  /**
   * Adds the next thing to give up.
   *
   * @param step told true to do without, false to be whole again
   */
  protected final void givesUp(Consumer<Boolean> step) {
    steps.add(step);
  }

  /** Fits anew. To be called when a text has changed. */
  protected final void fit() {
    if (fitting || getScene() == null || getWidth() <= 0) {
      return;
    }
    fitting = true;
    try {
      steps.reversed().forEach(step -> step.accept(false)); // two steps may set the same thing
      applyCss(); // the first time makes the skins,
      applyCss(); // the second time styles what is in them
      requestLayout(); // forgets the width that was asked for before
      for (Consumer<Boolean> step : steps) {
        if (prefWidth(-1) <= getWidth()) {
          break;
        }
        step.accept(true);
        applyCss();
        requestLayout();
      }
    } finally {
      fitting = false;
    }
  }
}
