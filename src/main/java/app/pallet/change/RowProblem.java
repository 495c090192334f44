package app.pallet.change;

import app.pallet.schema.CellReading;
import app.pallet.schema.Column;

/**
 * Something wrong with a cell or a row: bad input, or the database's refusal. A value, never
 * thrown.
 *
 * @param origin where the input came from
 * @param column the name of the column, or an empty text where the whole row is meant
 * @param value the text that could not be taken
 * @param message what is wrong, as a sentence without its full stop
 * @param accepted what would be accepted, as a phrase, or an empty text
 * @param severity whether the row can still be committed
 */
public record RowProblem(
    RowOrigin origin,
    String column,
    String value,
    String message,
    String accepted,
    Severity severity) {

  /** How bad a problem is. */
  public enum Severity {
    /** The row can't be committed until it is mended. */
    ERROR,
    /** The database refused the row in the last commit; it may be tried again. */
    REFUSED,
    /** Someone else changed or deleted the row since it was read. */
    CONFLICT,
    /** The row can be committed as it is. */
    WARNING
  }

  /** The problem of a cell whose text was rejected. */
  public static RowProblem of(
      RowOrigin origin, Column column, String value, CellReading.Rejected rejected) {
    return new RowProblem(
        origin, column.name(), value, rejected.message(), rejected.accepted(), Severity.ERROR);
  }

  /** The same problem of a row that is known to have come from there. */
  public RowProblem at(RowOrigin place) {
    return new RowProblem(place, column, value, message, accepted, severity);
  }

  /** Whether this is about the column. */
  public boolean concerns(Column other) {
    return column.equals(other.name());
  }

  /** Whether the database said it in the last commit, rather than that the input is wrong. */
  public boolean isFromCommit() {
    return severity == Severity.REFUSED || isConflict();
  }

  /** Whether somebody else is in the way. */
  public boolean isConflict() {
    return severity == Severity.CONFLICT;
  }

  /**
   * Whether any change of a cell puts an end to it: it is what the database said of the whole row.
   */
  boolean isOutdatedByChange() {
    return isFromCommit() && column.isEmpty();
  }

  /** The whole problem as the user reads it, without its place. */
  public String sentence() {
    return accepted.isEmpty() ? message : message + "; accepted is " + accepted;
  }
}
