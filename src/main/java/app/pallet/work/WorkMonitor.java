package app.pallet.work;

import java.util.concurrent.CancellationException;

/**
 * What a long piece of work talks to while it runs: it reports how far it got and asks whether it
 * should stop. Called from the thread the work runs on; implementations may be read from others.
 */
@FunctionalInterface
public interface WorkMonitor {

  /** The total of work whose size is not known beforehand. */
  long UNKNOWN = -1;

  /** A monitor for callers who want neither progress nor cancelling. */
  WorkMonitor NONE = () -> false;

  /**
   * Starts a task or its next phase, and counts from zero again.
   *
   * @param task what is being done, as the user reads it
   * @param total units to do (usually rows), or {@link #UNKNOWN}
   */
  default void begin(String task, long total) {}

  /** Adds finished units to those already reported since {@link #begin}. */
  default void worked(long units) {}

  /**
   * Adds finished units, and ends the work here if it should stop.
   *
   * @throws CancellationException if it should
   */
  default void step(long units) {
    worked(units);
    if (isCancelled()) {
      throw new CancellationException();
    }
  }

  /** Says something about the current step, as the user reads it. */
  default void message(String text) {}

  /** Whether the work should stop at its next safe point. */
  boolean isCancelled();

  /**
   * A monitor for a part of this work that has no progress of its own, but is cancelled with it.
   */
  default WorkMonitor withoutProgress() {
    return () -> isCancelled();
  }
}
