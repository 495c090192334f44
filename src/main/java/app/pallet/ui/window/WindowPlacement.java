package app.pallet.ui.window;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Where the window is on the screen, in pixels; kept in the settings.
 *
 * @param maximized whether it fills the screen; the other numbers are what it returns to
 */
public record WindowPlacement(double x, double y, double width, double height, boolean maximized) {

  private static final double MIN_WIDTH = 720;
  private static final double MIN_HEIGHT = 480;

  /** A size for a first start; where the window goes is left to the platform. */
  public static final WindowPlacement DEFAULT =
      new WindowPlacement(Double.NaN, Double.NaN, 1280, 800, false);

  /** Where a window is now. */
  public static WindowPlacement of(Stage stage, WindowPlacement normal) {
    return stage.isMaximized()
        ? new WindowPlacement(normal.x, normal.y, normal.width, normal.height, true)
        : new WindowPlacement(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
  }

  /** Puts a window there, unless the screen it was on is gone. */
  public void apply(Stage stage) {
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setWidth(Math.max(MIN_WIDTH, width));
    stage.setHeight(Math.max(MIN_HEIGHT, height));
    if (isReachable()) {
      stage.setX(x);
      stage.setY(y);
    }
    stage.setMaximized(maximized);
  }

  /** Whether enough of the title bar is on some screen to drag the window by. */
  private boolean isReachable() {
    Rectangle2D titleBar =
        Double.isNaN(x) || Double.isNaN(y) ? Rectangle2D.EMPTY : new Rectangle2D(x, y, width, 30);
    return titleBar.getWidth() > 0
        && Screen.getScreensForRectangle(titleBar).stream()
            .map(Screen::getVisualBounds)
            .anyMatch(screen -> screen.contains(x + width / 2, y));
  }
}
