package app.pallet.ui;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The JavaFX thread as seen from a test's thread: run something there and wait for it, or wait
 * until what was asked for is on the screen. An exception on that thread, also in an event handler
 * that nobody waits for, fails the test at its next step.
 */
public final class FxThread {
  /** Seconds after which a wait is taken for a hang. Not a measure of speed. */
  private static final int HANG_SECONDS = 30;

  private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

  private FxThread() {}

  /** Starts JavaFX if no test of this JVM has done so yet. */
  public static FxThread start() {
    FxThread thread = new FxThread();
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException alreadyStarted) {
      started.countDown();
    }
    await(started);
    Platform.setImplicitExit(false);
    thread.run(() ->
        Thread.currentThread()
            .setUncaughtExceptionHandler((fxThread, thrown) -> thread.uncaught.add(thrown)));
    return thread;
  }

  /** Runs {@code action} on the FX thread and waits until it is done. */
  public void run(Runnable action) {
    get(() -> {
      action.run();
      return true;
    });
  }

  /** The answer of {@code question}, asked on the FX thread. */
  public <T> T get(Callable<T> question) {
    failOnUncaught();
    FutureTask<T> task = new FutureTask<>(question);
    Platform.runLater(task);
    try {
      return task.get(HANG_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError("On the FX thread: " + failed.getCause(), failed.getCause());
    } catch (TimeoutException hung) {
      throw new AssertionError("The FX thread did not answer", hung);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  /** Waits until layout and drawing have caught up with everything done so far. */
  public void settle() {
    // The first pulse may have been under way already; layout may ask for a second one.
    awaitPulse();
    awaitPulse();
    failOnUncaught();
  }

  /** Waits, pulse by pulse, until {@code condition} holds on the FX thread. */
  public void waitUntil(String description, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
    while (!get(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain until " + description);
      }
      awaitPulse();
    }
    settle();
  }

  private void awaitPulse() {
    CountDownLatch pulse = new CountDownLatch(1);
    Platform.runLater(() -> {
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          pulse.countDown();
        }
      }.start();
      Platform.requestNextPulse();
    });
    await(pulse);
  }

  private void failOnUncaught() {
    Throwable thrown = uncaught.poll();
    if (thrown != null) {
      throw new AssertionError("Uncaught on the FX thread: " + thrown, thrown);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(HANG_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("The FX thread hangs");
      }
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static AssertionError interrupted(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new AssertionError("Interrupted while waiting for the FX thread", interrupted);
  }
}
