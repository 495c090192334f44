package app.pallet.workspace.input;

/** What becomes of a row of a source; every row is in exactly one category. */
public enum RowCategory {
  /** It is added, without a problem. */
  ADD,
  /** It changes its product, without a problem. */
  CHANGE,
  /** The catalogue holds just the same. */
  UNCHANGED,
  /** Something is wrong with it: it is rejected, or waits for the cells that could not be read. */
  PROBLEM
}
