package app.pallet.spreadsheet;

/** Whether the first row of a file holds headings. */
public enum HeaderMode {
  /** To be told from the row itself: a row with numbers or dates holds values. */
  DETECT,
  /** It does. */
  FIRST_ROW,
  /** It holds values, and the columns are named A, B and so on. */
  NONE
}
