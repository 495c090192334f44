package app.pallet.workspace;

import app.pallet.work.RunningWork;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts the workspace's work on its reading or writing thread and lets the listener know of it, so
 * that everything that takes a while shows progress, can be cancelled, and fails aloud.
 */
final class BackgroundTasks implements Reading {

  private final WorkRunner reader;
  private final WorkRunner writer;
  private final WorkspaceListener listener;

  BackgroundTasks(WorkRunner reader, WorkRunner writer, WorkspaceListener listener) {
    this.reader = reader;
    this.writer = writer;
    this.listener = listener;
  }

  /** Where reading runs, for work that tells its progress to somebody else. */
  WorkRunner reader() {
    return reader;
  }

  @Override
  public <T> void read(String name, Work<T> work, Consumer<T> done) {
    read(name, work, done, () -> {});
  }

  /**
   * The same, with a way to stop it.
   *
   * @param always called on the owner thread however it ended, after {@code done}
   */
  <T> RunningWork read(String name, Work<T> work, Consumer<T> done, Runnable always) {
    return start(reader, name, work, done, always);
  }

  /**
   * Writes something.
   *
   * @param always called on the owner thread however it ended, after {@code done}
   */
  <T> void write(String name, Work<T> work, Consumer<T> done, Runnable always) {
    start(writer, name, work, done, always);
  }

  private <T> RunningWork start(
      WorkRunner runner, String name, Work<T> work, Consumer<T> done, Runnable always) {
    Ending<T> ending = new Ending<>(name, done, always);
    RunningWork running = runner.start(name, work, ending);
    ending.startedAs(running);
    return running;
  }

  /** Passes the one ending on; the work may end before its start has returned. */
  private final class Ending<T> implements WorkListener<T> {

    private final String name;
    private final Consumer<T> done;
    private final Runnable always;
    private boolean ended;
    private Optional<RunningWork> running = Optional.empty();

    Ending(String name, Consumer<T> done, Runnable always) {
      this.name = name;
      this.done = done;
      this.always = always;
    }

    void startedAs(RunningWork work) {
      if (!ended) {
        running = Optional.of(work);
        listener.started(work);
      }
    }

    @Override
    public void succeeded(T result) {
      end(() -> done.accept(result));
    }

    @Override
    public void failed(Throwable failure) {
      end(() -> listener.failed(name, failure));
    }

    @Override
    public void cancelled() {
      end(() -> listener.told(name + ": cancelled"));
    }

    private void end(Runnable how) {
      ended = true;
      running.ifPresent(listener::ended);
      try {
        how.run();
      } finally {
        always.run();
      }
    }
  }
}
