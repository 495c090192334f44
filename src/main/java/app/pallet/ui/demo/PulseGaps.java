package app.pallet.ui.demo;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Measures how long the FX thread ever kept the screen waiting: the longest time between two
 * pulses. FX thread.
 */
public final class PulseGaps extends AnimationTimer {

  private long last;
  private long longest;

  /** Forgets what was measured and begins anew. */
  public void restart() {
    last = 0;
    longest = 0;
    start();
    Platform.requestNextPulse();
  }

  @Override
  public void handle(long now) {
    // System.nanoTime, because the pulse's own time may be that of its request
    long time = System.nanoTime();
    if (last != 0) {
      longest = Math.max(longest, time - last);
    }
    last = time;
  }

  /** The longest gap since {@link #restart}. */
  public Duration longest() {
    return Duration.ofNanos(longest);
  }
}
