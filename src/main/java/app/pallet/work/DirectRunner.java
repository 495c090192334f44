package app.pallet.work;

import java.util.concurrent.CancellationException;

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
    runTo(work, monitor, listener, Runnable::run);
    return new RunningWork(name, monitor);
  }

  @Override
  public void close() {}

  /** Runs work and delivers its one ending; shared by all runners. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  static <T> void runTo(
      Work<T> work,
      WorkMonitor monitor,
      WorkListener<T> listener,
      java.util.concurrent.Executor delivery) {
    T result;
    try {
      if (monitor.isCancelled()) {
        delivery.execute(listener::cancelled);
        return;
      }
      result = work.run(monitor);
    } catch (CancellationException e) {
      delivery.execute(listener::cancelled);
      return;
    } catch (Throwable e) { // the edge of the thread: whatever it is, the listener reports it
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      delivery.execute(() -> listener.failed(e));
      return;
    }
    delivery.execute(() -> listener.succeeded(result));
  }
}
