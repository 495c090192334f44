package app.pallet.schema;

import org.jspecify.annotations.Nullable;

/** What came of reading a cell's text as a value of its column. */
public sealed interface CellReading {

  /**
   * The text is fine.
   *
   * @param value of the column type's class; null for an empty cell
   */
  record Value(@Nullable Object value) implements CellReading {}

  /**
   * The text can't be taken.
   *
   * @param message what is wrong with it, as a sentence without the value itself
   * @param accepted what would be accepted, as a phrase
   */
  record Rejected(String message, String accepted) implements CellReading {}

  /** The reading of an empty cell. */
  CellReading EMPTY = new Value(null);
}
