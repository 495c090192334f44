package app.pallet.ui.demo;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Lets a thread of its own drive the window step by step, as a person would. */
final class FxThread {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A step could not be done, or its result never came. */
  static final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Does something on the FX thread and waits for it. */
  <T> T call(Callable<T> step) {
    FutureTask<T> task = new FutureTask<>(step);
    Platform.runLater(task);
    return await(task::get);
  }

  /** Does something on the FX thread and waits for it. */
  void run(Runnable step) {
    call(() -> {
      step.run();
      return true;
    });
  }

  /** Waits, pulse by pulse, until something has come true on the FX thread. */
  void until(BooleanSupplier condition) {
    until(condition, 1);
  }

  /** Waits until something has been true for so many pulses without a break. */
  void until(BooleanSupplier condition, int pulses) {
    CompletableFuture<Boolean> reached = new CompletableFuture<>();
    run(() ->
        new AnimationTimer() {
          private int met;

          @Override
          public void handle(long now) {
            met = condition.getAsBoolean() ? met + 1 : 0;
            if (met >= pulses) {
              stop();
              reached.complete(true);
            } else {
              Platform.requestNextPulse();
            }
          }
        }.start());
    await(() -> reached.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
  }

  private static <T> T await(Callable<T> answer) {
    try {
      return answer.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("The demo was interrupted", e);
    } catch (TimeoutException e) {
      throw new StepFailed("A step took longer than " + PATIENCE.toMinutes() + " minutes", e);
    } catch (ExecutionException e) {
      throw new StepFailed("A step failed: " + e.getCause(), e);
    } catch (Exception e) { // Callable declares it; get throws nothing else
      throw new StepFailed("A step failed: " + e, e);
    }
  }
}
