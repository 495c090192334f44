package app.pallet;

import app.pallet.ui.demo.PulseGaps;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Measures, pulse by pulse, how long the window takes and what it does meanwhile. Test's thread.
 */
final class PulseWatch {

  private PulseWatch() {}

  /**
   * What a wish took.
   *
   * @param millis from the wish to the pulse after the one that found it true
   * @param longestGap the longest time between two pulses, in ms
   * @param pulses drawn meanwhile
   * @param mostWork the most processor time of the FX thread between two pulses, in ms: what the
   *     gap would be if nobody else needed the processor
   */
  record Took(double millis, double longestGap, int pulses, double mostWork) {

    double pulsesPerSecond() {
      return pulses * 1000 / millis;
    }
  }

  /**
   * Wishes for something and waits for it.
   *
   * @param wish done on the FX thread
   * @param done asked on the FX thread, in each pulse
   */
  static Took measure(Runnable wish, BooleanSupplier done) {
    CompletableFuture<Took> took = new CompletableFuture<>();
    Platform.runLater(() -> {
      PulseGaps gaps = new PulseGaps();
      gaps.restart();
      new Meeting(done, gaps, took).start();
      wish.run();
      Platform.requestNextPulse();
    });
    try {
      return took.get(10, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new AssertionError("It did not come true", e);
    } finally {
      WaitForAsyncUtils.waitForFxEvents(1);
    }
  }

  private static final class Meeting extends AnimationTimer {

    private final BooleanSupplier done;
    private final PulseGaps gaps;
    private final CompletableFuture<Took> took;
    private final long began = System.nanoTime();
    private boolean isMet;
    private int pulses;
    private long worked = workOfThisThread();
    private long mostWork;

    Meeting(BooleanSupplier done, PulseGaps gaps, CompletableFuture<Took> took) {
      this.done = done;
      this.gaps = gaps;
      this.took = took;
    }

    @Override
    public void handle(long now) {
      pulses++;
      long work = workOfThisThread();
      mostWork = Math.max(mostWork, work - worked);
      worked = work;
      if (isMet) {
        stop();
        gaps.stop();
        double millis = (System.nanoTime() - began) / 1e6;
        took.complete(new Took(millis, gaps.longest().toNanos() / 1e6, pulses, mostWork / 1e6));
      }
      isMet = isMet || done.getAsBoolean();
      Platform.requestNextPulse();
    }

    private static long workOfThisThread() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }
}
