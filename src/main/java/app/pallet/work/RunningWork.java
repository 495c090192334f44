package app.pallet.work;

/**
 * A handle on work that was started: its progress, and the way to stop it. Safe for any thread.
 *
 * @param name what the work is called, as the user reads it
 * @param monitor the monitor the work reports to
 */
public record RunningWork(String name, SampledMonitor monitor) {

  /** Asks the work to stop at its next safe point; its listener still hears how it ended. */
  public void cancel() {
    monitor.cancel();
  }

  /** The progress of this moment. */
  public Progress progress() {
    return monitor.sample();
  }
}
