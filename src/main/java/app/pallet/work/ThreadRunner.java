package app.pallet.work;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs work one after the other on one named daemon thread and delivers how it ended through an
 * executor (in the window: the FX thread). Pallet has two of them, a reader and a writer. Any
 * thread may start work.
 */
public final class ThreadRunner implements WorkRunner {

  private final String threadName;
  private final Executor delivery;
  private final ExecutorService executor;
  private final Set<SampledMonitor> waiting = ConcurrentHashMap.newKeySet();
  private volatile @Nullable SampledMonitor running;
  private volatile @Nullable Thread thread;

  /**
   * Makes a runner.
   *
   * @param threadName as seen in thread dumps and the log
   * @param delivery where listeners are called
   */
  public ThreadRunner(String threadName, Executor delivery) {
    this.threadName = threadName;
    this.delivery = delivery;
    this.executor = Executors.newSingleThreadExecutor(this::newThread);
  }

  @Override
  public <T> RunningWork start(String name, Work<T> work, WorkListener<T> listener) {
    SampledMonitor monitor = new SampledMonitor();
    waiting.add(monitor);
    try {
      executor.execute(() -> {
        running = monitor;
        waiting.remove(monitor); // it is always in one of the two, where stop() looks
        Runnable ending = WorkEnding.of(work, monitor, listener);
        running = null;
        delivery.execute(ending);
      });
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException(threadName + " is closed and can't start: " + name, e);
    }
    return new RunningWork(name, monitor);
  }

  @Override
  public ThreadRunner beside(String name) {
    return new ThreadRunner(name, delivery);
  }

  @Override
  public void stop() {
    executor.shutdown();
    waiting.forEach(SampledMonitor::cancel);
    SampledMonitor now = running;
    if (now != null) {
      now.cancel();
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    waiting.forEach(SampledMonitor::cancel);
    if (Thread.currentThread() == thread) {
      return; // work that closes its own runner can't wait for itself
    }
    try {
      executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread newThread(Runnable loop) {
    Thread made = Thread.ofPlatform().name(threadName).daemon().unstarted(loop);
    thread = made;
    return made;
  }
}
