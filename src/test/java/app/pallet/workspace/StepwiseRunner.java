package app.pallet.workspace;

import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Runs work in order, each piece and each of its endings only when the test says so: a background
 * thread and a window whose speed the test chooses.
 */
public final class StepwiseRunner implements WorkRunner {

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Deque<Runnable> ended = new ArrayDeque<>();
  private Optional<RuntimeException> failing = Optional.empty();

  @Override
  public <T> RunningWork start(String name, Work<T> work, WorkListener<T> listener) {
    SampledMonitor monitor = new SampledMonitor();
    waiting.add(() -> ended.add(ending(work, monitor, listener)));
    return new RunningWork(name, monitor);
  }

  private <T> Runnable ending(Work<T> work, SampledMonitor monitor, WorkListener<T> listener) {
    if (monitor.isCancelled()) {
      return listener::cancelled;
    }
    if (failing.isPresent()) {
      RuntimeException failure = failing.get();
      failing = Optional.empty();
      return () -> listener.failed(failure);
    }
    try {
      T result = work.run(monitor);
      return () -> listener.succeeded(result);
    } catch (CancellationException e) {
      return listener::cancelled;
    } catch (Exception e) {
      return () -> listener.failed(e);
    }
  }

  /** Lets the piece that waits longest end so, without running it. */
  public void failNext(RuntimeException failure) {
    failing = Optional.of(failure);
  }

  /** Runs the piece that waits longest, if there is one; nobody hears of its ending yet. */
  public void run() {
    if (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** Delivers the ending that waits longest, if there is one. */
  public void deliver() {
    if (!ended.isEmpty()) {
      ended.remove().run();
    }
  }

  /** Whether everything has run and been delivered. */
  public boolean isIdle() {
    return waiting.isEmpty() && ended.isEmpty();
  }

  /** Runs and delivers all there is, and all that comes of it. */
  public void finish() {
    while (!isIdle()) {
      run();
      deliver();
    }
  }

  @Override
  public void stop() {}

  @Override
  public void close() {
    finish();
  }
}
