package app.pallet.ui.table;

import app.pallet.ui.table.grid.GridGeometry;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;

/**
 * Scrolls the table on while the mouse is dragged beyond its edge, faster the further it is
 * outside, and tells at each step, since the cell nearest to the resting mouse has become another
 * one.
 */
final class DragScroll {

  /** Pixels scrolled in a frame for each pixel the mouse is outside. */
  private static final double PACE = 0.4;

  private static final double FASTEST = 60;

  private final GridGeometry geometry;
  private final Runnable onScroll;
  private final AnimationTimer timer;
  private double sideways;
  private double down;

  DragScroll(GridGeometry geometry, Runnable onScroll) {
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
  void draggedTo(double x, double y) {
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
  void stop() {
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
