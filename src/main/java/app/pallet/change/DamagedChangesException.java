package app.pallet.change;

import org.jspecify.annotations.Nullable;

/** Stored changes can't be read, or not by this version of Pallet. */
public final class DamagedChangesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param cause null where there is none
   */
  public DamagedChangesException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
