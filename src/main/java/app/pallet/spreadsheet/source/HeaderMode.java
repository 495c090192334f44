package app.pallet.spreadsheet.source;

/** Whether a file has headings. */
public enum HeaderMode {
  /**
   * It is found out, and headings may stand below titles. A row with numbers or dates holds values.
   */
  DETECT,
  /** The headings are in the first row, or at the line that was chosen. */
  FIRST_ROW,
  /** There are no headings. The columns are named A, B and so on. */
  NONE
}
