package app.pallet.ui;

import javafx.animation.AnimationTimer;

/** Waits for the second pulse, before which the first one has been drawn. FX thread. */
final class FirstFrame extends AnimationTimer {

  private final Runnable then;
  private boolean begun;

  FirstFrame(Runnable then) {
    this.then = then;
  }

  @Override
  public void handle(long now) {
    if (begun) {
      stop();
      then.run();
    }
    begun = true;
  }
}
