package app.pallet.commit.writing;

import app.pallet.work.WorkMonitor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * How long to wait before a busy database is tried again: a little longer each time, and about two
 * minutes in all, so that another program's long transaction is outlasted and a lock that is never
 * given back is not waited for without end.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** With the waits above it takes two minutes. */
  private static final int ATTEMPTS = 30;

  private static final Duration LOOK = Duration.ofMillis(20);

  /** Waits; exchanged in tests for something that does not. */
  @FunctionalInterface
  interface Pause {

    /** Waits on the calling thread. */
    void sleep(Duration time) throws InterruptedException;

    Pause THREAD = Thread::sleep;
  }

  private final Pause pause;

  Backoff(Pause pause) {
    this.pause = pause;
  }

  /**
   * The wait after an attempt that failed: 100 ms, then twice as long each time, 5 s at most.
   *
   * @param attempt which one failed, from 1
   * @return empty if it is not worth another one
   */
  Optional<Duration> after(int attempt) {
    if (attempt >= ATTEMPTS) {
      return Optional.empty();
    }
    Duration wait = FIRST.multipliedBy(1L << (attempt - 1));
    return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
  }

  /**
   * Waits, and looks every few milliseconds whether the commit was cancelled.
   *
   * @throws CancellationException if it was, or the thread was interrupted
   */
  void await(Duration wait, WorkMonitor monitor) {
    for (Duration left = wait; left.isPositive(); left = left.minus(LOOK)) {
      if (monitor.isCancelled()) {
        throw new CancellationException("The commit was cancelled");
      }
      try {
        pause.sleep(left.compareTo(LOOK) < 0 ? left : LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("The commit was interrupted");
      }
    }
  }
}
