package app.pallet.work;

/**
 * A piece of work a {@link WorkRunner} runs away from the caller's thread.
 *
 * @param <T> what it results in
 */
@FunctionalInterface
public interface Work<T> {

  /**
   * Does the work. Work that was asked to stop may return what it has (a commit report says what
   * was written before the cancel) or throw {@link java.util.concurrent.CancellationException}.
   *
   * @throws Exception whatever went wrong; it reaches {@link WorkListener#failed}
   */
  T run(WorkMonitor monitor) throws Exception;
}
