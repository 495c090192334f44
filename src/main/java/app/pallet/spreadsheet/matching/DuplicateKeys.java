package app.pallet.spreadsheet.matching;

/**
 * Which row is taken if several rows of a source have the same key. Each of the others becomes a
 * problem that names both lines.
 */
public enum DuplicateKeys {
  /** The first of them. */
  FIRST,
  /** The last of them. */
  LAST,
  /** None of them. */
  NONE
}
