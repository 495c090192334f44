package app.pallet.draft;

/** A draft can't be read or written; the message is meant for the user. */
public final class DraftException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what could not be done, as a sentence without its full stop, and why. */
  public DraftException(String message, Throwable cause) {
    super(message, cause);
  }
}
