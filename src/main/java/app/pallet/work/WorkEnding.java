package app.pallet.work;

import java.util.concurrent.CancellationException;

/** Runs work to its one ending, for every runner. */
final class WorkEnding {

  private WorkEnding() {}

  /**
   * Runs work on this thread.
   *
   * @return the call that tells the listener how it ended
   */
  static <T> Runnable of(Work<T> work, WorkMonitor monitor, WorkListener<T> listener) {
    if (monitor.isCancelled()) {
      return listener::cancelled;
    }
    try {
      T result = work.run(monitor);
      return () -> listener.succeeded(result);
    } catch (CancellationException e) {
      return listener::cancelled;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return () -> listener.failed(e);
    } catch (Throwable e) { // the edge of the thread: whatever it is, the listener reports it
      return () -> listener.failed(e);
    }
  }
}
