package app.pallet.workspace.imports;

/** What becomes of lines that only add to the product of the line above them. */
public enum LineFolding {
  /** They become part of it: {@link app.pallet.spreadsheet.source.ProductLines} says how. */
  FOLD,
  /** Each is a row of its own. */
  KEEP
}
