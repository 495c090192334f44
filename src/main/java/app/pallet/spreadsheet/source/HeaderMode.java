package app.pallet.spreadsheet.source;

/** Whether a file has headings. */
public enum HeaderMode {
  /** To be found out: also below titles; a row with numbers or dates holds values. */
  DETECT,
  /** In its first row, or at the line that is chosen. */
  FIRST_ROW,
  /** None; the columns are named A, B and so on. */
  NONE
}
