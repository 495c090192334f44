package app.pallet.work;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Lets the newest of several requests win, where only the answer to the newest is of use: a
 * preview, a sum of the selected cells. A newer request cancels the work of the one before, and
 * nobody hears of that one any more. Requests are made on the thread on which listeners are called,
 * in the window the FX thread; {@link #drop} may be called from any thread.
 *
 * <pre>{@code
 * private final Latest preview = new Latest();
 *
 * void choose(Choices choices) {
 *   preview.start(runner, "Preview", monitor -> read(choices), WorkListener.of(this::show, this::fail));
 * }
 * }</pre>
 */
public final class Latest {

  private final AtomicLong newest = new AtomicLong();
  private volatile Optional<RunningWork> running = Optional.empty();

  /**
   * Starts work in place of what was asked for before.
   *
   * @param runner where it runs
   * @param name what is being done, as the user reads it
   * @param listener hears how the work ended, unless something newer was asked for meanwhile
   */
  public <T> void start(WorkRunner runner, String name, Work<T> work, WorkListener<T> listener) {
    long mine = request();
    Ending<T> ending = new Ending<>(mine, listener);
    RunningWork started = runner.start(name, work, ending);
    if (!ending.hasEnded) { // it may be over already, and must not be cancelled then
      running = Optional.of(started);
    }
  }

  /**
   * Asks for something in place of what was asked for before, where the caller starts the work.
   *
   * @param done gets the answer, unless something newer was asked for meanwhile
   * @return what the caller gives the answer to
   */
  public <T> Consumer<T> only(Consumer<? super T> done) {
    long mine = request();
    return answer -> {
      if (mine == newest.get()) {
        done.accept(answer);
      }
    };
  }

  /** Drops what was asked for: its work is cancelled, and nobody hears of it. Any thread. */
  public void drop() {
    request();
  }

  private long request() {
    long mine = newest.incrementAndGet();
    running.ifPresent(RunningWork::cancel);
    running = Optional.empty();
    return mine;
  }

  /** Hears how work ended, and passes it on unless something newer was asked for. */
  private final class Ending<T> implements WorkListener<T> {

    private final long mine;
    private final WorkListener<T> listener;
    private boolean hasEnded;

    Ending(long mine, WorkListener<T> listener) {
      this.mine = mine;
      this.listener = listener;
    }

    @Override
    public void succeeded(T result) {
      end(() -> listener.succeeded(result));
    }

    @Override
    public void failed(Throwable failure) {
      end(() -> listener.failed(failure));
    }

    @Override
    public void cancelled() {
      end(listener::cancelled);
    }

    private void end(Runnable how) {
      hasEnded = true;
      if (mine == newest.get()) {
        running = Optional.empty();
        how.run();
      }
    }
  }
}
