package app.pallet.ui.status;

import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Ticks 20 times a second while there is something to take in from other threads, and rests when
 * there is not, so that an idle window costs nothing.
 */
public final class Heartbeat {

  private static final Duration PERIOD = Duration.millis(50);

  private final Timeline timeline;

  /**
   * A resting heartbeat.
   *
   * @param tick called on the FX thread; says whether another tick is wanted
   */
  public Heartbeat(BooleanSupplier tick) {
    timeline = new Timeline(new KeyFrame(PERIOD, event -> restUnless(tick.getAsBoolean())));
    timeline.setCycleCount(Animation.INDEFINITE);
  }

  /** Ticks at least once more. Any thread. */
  public void wake() {
    if (Platform.isFxApplicationThread()) {
      timeline.play();
    } else {
      Platform.runLater(timeline::play);
    }
  }

  /** Stops for good. FX thread. */
  public void stop() {
    timeline.stop();
  }

  private void restUnless(boolean wanted) {
    if (!wanted) {
      timeline.stop();
    }
  }
}
