package app.pallet.workspace.input;

/** What a row of a source would become. Every row is in exactly one category. */
public enum RowCategory {
  /** It is added, without a problem. */
  ADD,
  /** It changes its product, without a problem. */
  CHANGE,
  /** It equals its product. */
  UNCHANGED,
  /** Something is wrong with it. It is rejected, or waits until its cells have been corrected. */
  PROBLEM
}
