package app.pallet.work;

import java.util.function.Consumer;

/**
 * Hears how a piece of work ended: exactly one of the three methods is called, once. There is no
 * default for a failure, so none can be lost by forgetting to look.
 *
 * @param <T> what the work results in
 */
public interface WorkListener<T> {

  /** The work returned this. */
  void succeeded(T result);

  /** The work ended with this exception. */
  void failed(Throwable failure);

  /** The work was cancelled and has no result. */
  default void cancelled() {}

  /** A listener of two callbacks, which does nothing if the work is cancelled. */
  static <T> WorkListener<T> of(Consumer<? super T> succeeded, Consumer<Throwable> failed) {
    return new WorkListener<>() {
      @Override
      public void succeeded(T result) {
        succeeded.accept(result);
      }

      @Override
      public void failed(Throwable failure) {
        failed.accept(failure);
      }
    };
  }
}
