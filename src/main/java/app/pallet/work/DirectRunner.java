package app.pallet.work;

/**
 * Runs work on the calling thread before {@link #start} returns: nothing to wait for in a test or
 * on the command line.
 */
public final class DirectRunner implements WorkRunner {

  private final SampledMonitor monitor;

  /** A runner whose work can't be cancelled from outside. */
  public DirectRunner() {
    this(new SampledMonitor());
  }

  /** A runner whose work reports to this monitor, which another thread may cancel. */
  public DirectRunner(SampledMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public <T> RunningWork start(String name, Work<T> work, WorkListener<T> listener) {
    WorkEnding.of(work, monitor, listener).run();
    return new RunningWork(name, monitor);
  }

  @Override
  public void stop() {}

  @Override
  public void close() {}
}
