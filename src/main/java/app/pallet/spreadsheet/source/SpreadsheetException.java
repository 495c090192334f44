package app.pallet.spreadsheet.source;

import java.nio.file.Path;

/**
 * A whole file can't be read or written. The message names the file and is meant for the user. A
 * fault of a single row is a {@link app.pallet.change.RowProblem} instead.
 */
public final class SpreadsheetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says why a file can't be read or written. */
  public SpreadsheetException(Path file, String reason) {
    super(message(file, reason));
  }

  /** Says why a file can't be read or written, with the exception that showed it. */
  public SpreadsheetException(Path file, String reason, Throwable cause) {
    super(message(file, reason), cause);
  }

  private static String message(Path file, String reason) {
    return file + ": " + reason;
  }
}
