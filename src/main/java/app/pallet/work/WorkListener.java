package app.pallet.work;

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
}
