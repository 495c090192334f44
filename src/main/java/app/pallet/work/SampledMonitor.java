package app.pallet.work;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A monitor that only remembers the latest numbers, so that a reader (a progress bar that ticks
 * every 50 ms, a terminal) takes a sample whenever it likes and the work never waits for it. One
 * thread works, any thread samples or cancels.
 */
public final class SampledMonitor implements WorkMonitor {

  private final LongSupplier nanoTime;
  private volatile String task = "";
  private volatile String message = "";
  private volatile long total = UNKNOWN;
  private volatile long done;
  private volatile long beganNanos;
  private volatile boolean cancelled;

  /** A monitor of work that begins now. */
  public SampledMonitor() {
    this(System::nanoTime);
  }

  /** The same by another clock than {@link System#nanoTime}. */
  public SampledMonitor(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    beganNanos = nanoTime.getAsLong();
  }

  @Override
  public void begin(String task, long total) {
    this.task = task;
    this.message = "";
    this.total = total;
    this.done = 0;
    this.beganNanos = nanoTime.getAsLong();
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the working thread writes
  public void worked(long units) {
    done += units;
  }

  @Override
  public void message(String text) {
    message = text;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  /** Asks the work to stop at its next safe point. Any thread. */
  public void cancel() {
    cancelled = true;
  }

  /** The numbers of this moment. Any thread. */
  public Progress sample() {
    Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - beganNanos);
    return new Progress(task, message, done, total, elapsed);
  }
}
