package app.pallet.work;

/**
 * Where work runs. The window uses a {@link ThreadRunner} for each of its background threads; tests
 * and the command line use a {@link DirectRunner}.
 */
public interface WorkRunner extends AutoCloseable {

  /**
   * Starts work, or queues it behind what already runs here.
   *
   * @param name what is being done, as the user reads it
   * @param work what to do
   * @param listener hears how it ended
   * @return its progress and its cancel
   */
  <T> RunningWork start(String name, Work<T> work, WorkListener<T> listener);

  /**
   * A runner that works beside this one and delivers at the same place, so that neither waits for
   * the other. Whoever asks for it closes it. A runner without a thread of its own is its own.
   *
   * @param name what its thread is called
   */
  default WorkRunner beside(String name) {
    return this;
  }

  /**
   * Takes nothing more, drops queued work as cancelled and asks running work to stop. Waits for
   * nobody; any thread.
   */
  void stop();

  /**
   * Takes nothing more, drops queued work as cancelled and waits until running work has ended. A
   * commit may take minutes, so a window calls this on another thread than its own.
   */
  @Override
  void close();
}
