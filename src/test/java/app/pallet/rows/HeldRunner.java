package app.pallet.rows;

import app.pallet.work.DirectRunner;
import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.util.ArrayDeque;
import java.util.Deque;

/** Runs work on the test's thread when the test says so, to try answers that come late. */
final class HeldRunner implements WorkRunner {

  private final Deque<Runnable> held = new ArrayDeque<>();

  @Override
  public <T> RunningWork start(String name, Work<T> work, WorkListener<T> listener) {
    SampledMonitor monitor = new SampledMonitor();
    held.add(() -> new DirectRunner(monitor).start(name, work, listener));
    return new RunningWork(name, monitor);
  }

  /** Number of works that were started and have not run. */
  int waiting() {
    return held.size();
  }

  void runNext() {
    held.remove().run();
  }

  /** Runs everything, and what is started meanwhile. */
  void runAll() {
    while (!held.isEmpty()) {
      runNext();
    }
  }

  @Override
  public void stop() {
    held.clear();
  }

  @Override
  public void close() {
    held.clear();
  }
}
