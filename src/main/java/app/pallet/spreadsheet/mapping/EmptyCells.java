package app.pallet.spreadsheet.mapping;

/** What an empty cell of a source says about the value there. */
public enum EmptyCells {
  /** Nothing: a product keeps its value, and a new row gets the column's default. */
  LEAVE,
  /** That there shall be no value. */
  CLEAR
}
