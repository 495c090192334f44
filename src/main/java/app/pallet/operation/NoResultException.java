package app.pallet.operation;

/**
 * Says why nothing can be worked out for a cell. Thrown for single cells of many rows and caught by
 * the operation, which makes a problem of it; so it carries no stack trace.
 */
public final class NoResultException extends RuntimeException {

  /**
   * A cell gets no value.
   *
   * @param why a sentence without its full stop
   */
  public NoResultException(String why) {
    super(why, null, false, false);
  }

  /** Why, as a sentence without its full stop. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
