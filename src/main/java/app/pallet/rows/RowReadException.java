package app.pallet.rows;

import app.pallet.engine.Failure;
import app.pallet.engine.FailureKind;

/** Rows could not be read: the file is damaged, gone, locked for too long, or not what it was. */
public final class RowReadException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final FailureKind kind;

  /** Rows that could not be read because of a failure of the database. */
  public RowReadException(Failure failure, Throwable cause) {
    super("Rows can't be read: " + failure.message(), cause);
    this.kind = failure.kind();
  }

  /** What it means. */
  public FailureKind kind() {
    return kind;
  }
}
