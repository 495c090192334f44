package app.pallet.spreadsheet.source;

import java.nio.file.Path;

/**
 * A file can't be read or written as a whole. The message names the file and is meant for the user;
 * what is wrong with single rows is a {@link app.pallet.change.RowProblem} instead.
 */
public final class SpreadsheetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says of a file why it can't be read or written. */
  public SpreadsheetException(Path file, String reason) {
    super(message(file, reason));
  }

  public SpreadsheetException(Path file, String reason, Throwable cause) {
    super(message(file, reason), cause);
  }

  private static String message(Path file, String reason) {
    return file + ": " + reason;
  }
}
