package app.pallet.ui.table.grid;

import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;

/**
 * Scrolls the table while the mouse is dragged beyond its edge; the further outside, the faster. It
 * reports each step, because another cell is now nearest to the mouse. FX thread.
 */
public final class DragScroll {

  /** Pixels scrolled in a frame for each pixel the mouse is outside. */
  private static final double PACE = 0.4;

  private static final double FASTEST = 60;

  private final GridGeometry geometry;
  private final Runnable onScroll;
  private final AnimationTimer timer;
  private double sideways;
  private double down;

  /**
   * A drag that has not begun.
   *
   * @param onScroll told of each step
   */
  public DragScroll(GridGeometry geometry, Runnable onScroll) {
    this.geometry = geometry;
    this.onScroll = onScroll;
    this.timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            step();
          }
        };
  }

  /** The mouse is at this point of the scene. */
  public void draggedTo(double x, double y) {
    Bounds view = geometry.viewport();
    sideways = pace(x, view.getMinX(), view.getMaxX());
    down = pace(y, view.getMinY(), view.getMaxY());
    if (sideways == 0 && down == 0) {
      timer.stop();
    } else {
      timer.start();
    }
  }

  /** The drag is over. */
  public void stop() {
    timer.stop();
  }

  private void step() {
    geometry.scroll(sideways, down);
    onScroll.run();
  }

  private static double pace(double at, double from, double to) {
    double outside = at < from ? at - from : Math.max(0, at - to);
    return Math.clamp(outside * PACE, -FASTEST, FASTEST);
  }
}
