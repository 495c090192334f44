package app.pallet.spreadsheet.mapping;

/** What an empty cell of a source means. */
public enum EmptyCells {
  /** It means nothing: a product keeps its value, and a new row gets the column's default. */
  LEAVE,
  /** It means that the value is removed. */
  CLEAR
}
