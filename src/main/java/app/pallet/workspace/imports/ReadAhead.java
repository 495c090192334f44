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
 * Makes one thing after the other on a thread of its own, a few of them ahead, so that two steps of
 * an import run at the same time. An exception of the maker is thrown to the taker. One thread
 * takes the things, and closes this.
 */
final class ReadAhead<T> implements AutoCloseable {

  /**
   * Number of things that may lie ready: enough to even out a slow stretch, few enough to be held.
   */
  static final int READY = 12;

  private final Supplier<Optional<T>> maker;
  private final ExecutorService thread;
  private final Deque<Future<Optional<T>>> ready = new ArrayDeque<>();
  private volatile boolean ended;

  /**
   * Starts to make things.
   *
   * @param name of the thread
   * @param maker makes the next thing; empty at the end
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
   * Waits for the next thing; empty at the end.
   *
   * @throws CancellationException if the waiting thread is interrupted
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

  /** Stops making things, and waits for the one that is being made. */
  @Override
  public void close() {
    ended = true;
    thread.close();
  }
}
