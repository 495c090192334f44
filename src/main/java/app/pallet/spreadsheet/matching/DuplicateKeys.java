package app.pallet.spreadsheet.matching;

/**
 * Which of several rows of a source with the same key is taken. Each of the others becomes a
 * problem that names both lines.
 */
public enum DuplicateKeys {
  /** The one further up. */
  FIRST,
  /** The one furthest down. */
  LAST,
  /** None of them. */
  NONE
}
