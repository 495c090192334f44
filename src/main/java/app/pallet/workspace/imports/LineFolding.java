package app.pallet.workspace.imports;

/** What happens to lines that only add to the product of the line above them. */
public enum LineFolding {
  /** They become part of it, as {@link app.pallet.spreadsheet.source.ProductLines} describes. */
  FOLD,
  /** Each is a row of its own. */
  KEEP
}
