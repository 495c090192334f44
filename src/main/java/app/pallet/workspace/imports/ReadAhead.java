package app.pallet.workspace.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Makes one thing after the other on a thread of its own, a few ahead of whoever takes them, so
 * that two steps of an import run at the same time. What the making throws, the taking throws.
 * Taken from by one thread, which also closes it.
 */
final class ReadAhead<T> implements AutoCloseable {

  /** Things that may lie ready: enough to even out a slow stretch, few enough to be held. */
  static final int READY = 12;

  private final Supplier<Optional<T>> maker;
  private final ExecutorService thread;
  private final Deque<Future<Optional<T>>> ready = new ArrayDeque<>();
  private volatile boolean ended;

  /**
   * Starts to make things.
   *
   * @param name of the thread
   * @param maker makes the next one; empty at the end
   */
  ReadAhead(String name, Supplier<Optional<T>> maker) {
    this.maker = maker;
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    while (ready.size() < READY) {
      ready.add(thread.submit(this::make));
    }
  }

  private Optional<T> make() {
    if (ended) {
      return Optional.empty();
    }
    ended = true; // unless it goes well
    Optional<T> made = maker.get();
    ended = made.isEmpty();
    return made;
  }

  /**
   * The next one; empty at the end. Waits for it.
   *
   * @throws CancellationException if the thread that waits is interrupted
   */
  Optional<T> next() {
    ready.add(thread.submit(this::make));
    try {
      return ready.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** Makes no more, and waits until what is being made is. */
  @Override
  public void close() {
    ended = true;
    thread.close();
  }
}
