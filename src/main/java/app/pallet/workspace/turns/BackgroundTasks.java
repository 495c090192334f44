package app.pallet.workspace.turns;

import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Starts the workspace's work on its reading or writing thread, and tells the listener, so that all
 * long work shows progress, can be cancelled, and never fails silently. Owner thread.
 */
public final class BackgroundTasks implements Reading {

  private final WorkRunner reader;
  private final WorkRunner writer;
  private final WorkspaceListener listener;
  private final Set<RunningWork> running = new LinkedHashSet<>();
  private final Set<RunningWork> shownOnly = new HashSet<>();
  private Runnable idle = () -> {};
  private boolean isStopped;

  /** Background work on these two runners, of which the listener is told. */
  public BackgroundTasks(WorkRunner reader, WorkRunner writer, WorkspaceListener listener) {
    this.reader = reader;
    this.writer = writer;
    this.listener = listener;
  }

  /** The runner of reading work, for work that reports its progress to somebody else. */
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
   * @param always called on the owner thread after {@code done}, however the work ended
   */
  <T> RunningWork read(String name, Work<T> work, Consumer<T> done, Runnable always) {
    return start(reader, name, work, new Ending<>(name, done, always, false));
  }

  /** Reads something that is only shown, so that nothing is lost if the workspace is closed. */
  public <T> void look(String name, Work<T> work, Consumer<T> done) {
    start(reader, name, work, new Ending<>(name, done, () -> {}, true));
  }

  /**
   * Writes something.
   *
   * @param always called on the owner thread after {@code done}, however the work ended
   * @return its progress and its cancel
   */
  public <T> RunningWork write(String name, Work<T> work, Consumer<T> done, Runnable always) {
    return start(writer, name, work, new Ending<>(name, done, always, false));
  }

  /** Work that runs or waits, and would be lost if it were stopped; the oldest first. */
  public List<RunningWork> atStake() {
    return running.stream().filter(work -> !shownOnly.contains(work)).toList();
  }

  /** Asks all work to stop, and starts nothing more. Does not wait. */
  public void stop() {
    isStopped = true;
    List.copyOf(running).forEach(RunningWork::cancel);
  }

  /**
   * Calls a listener once, as soon as nothing runs and all endings have been heard. This may be at
   * once.
   */
  public void whenIdle(Runnable listener) {
    idle = listener;
    tellIfIdle();
  }

  private void tellIfIdle() {
    if (running.isEmpty()) {
      Runnable told = idle;
      idle = () -> {};
      told.run();
    }
  }

  private <T> RunningWork start(WorkRunner runner, String name, Work<T> work, Ending<T> ending) {
    if (isStopped) {
      ending.always.run();
      return new RunningWork(name, new SampledMonitor());
    }
    RunningWork started = runner.start(name, work, ending);
    ending.startedAs(started);
    return started;
  }

  /** Passes on the ending of work. The work may end before its start has returned. */
  private final class Ending<T> implements WorkListener<T> {

    private final String name;
    private final Consumer<T> done;
    private final Runnable always;
    private final boolean isShownOnly;
    private boolean ended;
    private Optional<RunningWork> started = Optional.empty();

    Ending(String name, Consumer<T> done, Runnable always, boolean isShownOnly) {
      this.name = name;
      this.done = done;
      this.always = always;
      this.isShownOnly = isShownOnly;
    }

    void startedAs(RunningWork work) {
      if (!ended) {
        started = Optional.of(work);
        running.add(work);
        if (isShownOnly) {
          shownOnly.add(work);
        }
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
      started.ifPresent(listener::ended);
      try {
        how.run();
      } finally {
        always.run();
        started.ifPresent(running::remove);
        started.ifPresent(shownOnly::remove);
        tellIfIdle(); // not before, because one ending may start the next work
      }
    }
  }
}
