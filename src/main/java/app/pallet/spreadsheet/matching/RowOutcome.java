package app.pallet.spreadsheet.matching;

/** What becomes of a row of a source. */
public enum RowOutcome {
  /** It is a new product. */
  ADD,
  /** It changes a product. */
  EDIT,
  /** It says what the catalogue holds already. */
  UNCHANGED,
  /** It becomes no change at all; a problem says why. */
  REJECTED
}
