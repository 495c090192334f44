package app.pallet.work;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs work one after the other on one named daemon thread and delivers how it ended through an
 * executor (in the window: the FX thread). Pallet has two of them, a reader and a writer.
 */
public final class ThreadRunner implements WorkRunner {

  private final Queue<Entry<?>> waiting = new ArrayDeque<>();
  private final Executor delivery;
  private final Thread thread;
  private boolean closed;

  /**
   * Starts the thread.
   *
   * @param threadName as seen in thread dumps and the log
   * @param delivery where listeners are called
   */
  public ThreadRunner(String threadName, Executor delivery) {
    this.delivery = delivery;
    this.thread = Thread.ofPlatform().name(threadName).daemon().unstarted(this::loop);
    thread.start();
  }

  @Override
  public <T> RunningWork start(String name, Work<T> work, WorkListener<T> listener) {
    SampledMonitor monitor = new SampledMonitor();
    synchronized (waiting) {
      if (closed) {
        throw new IllegalStateException(thread.getName() + " is closed and can't start: " + name);
      }
      waiting.add(new Entry<>(work, monitor, listener));
      waiting.notifyAll();
    }
    return new RunningWork(name, monitor);
  }

  @Override
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.forEach(entry -> entry.monitor.cancel());
      waiting.notifyAll();
    }
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    for (Optional<Entry<?>> next = take(); next.isPresent(); next = take()) {
      next.get().run(delivery);
    }
  }

  /** The next work to do, awaited; empty once the runner is closed and nothing waits. */
  private Optional<Entry<?>> take() {
    synchronized (waiting) {
      while (waiting.isEmpty() && !closed) {
        try {
          waiting.wait();
        } catch (InterruptedException e) {
          closed = true; // an interrupt from outside means: end
        }
      }
      return Optional.ofNullable(waiting.poll());
    }
  }

  private record Entry<T>(Work<T> work, SampledMonitor monitor, WorkListener<T> listener) {
    void run(Executor delivery) {
      DirectRunner.runTo(work, monitor, listener, delivery);
    }
  }
}
