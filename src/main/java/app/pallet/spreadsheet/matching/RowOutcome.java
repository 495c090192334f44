package app.pallet.spreadsheet.matching;

/** What becomes of a row of a source. */
public enum RowOutcome {
  /** It is a new product. */
  ADD,
  /** It changes a product. */
  EDIT,
  /** It equals its product. */
  UNCHANGED,
  /** It can't become a change; a problem says why. */
  REJECTED
}
