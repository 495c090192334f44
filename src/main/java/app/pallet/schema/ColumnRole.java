package app.pallet.schema;

/** What a column is to Pallet. Only {@link #DATA} columns are the user's to change. */
public enum ColumnRole {
  /** The user's data. */
  DATA,
  /** The row's key in the database. */
  ID,
  /** A counter that grows by one with every change of the row. */
  VERSION,
  /** When the row was added. */
  CREATED,
  /** When the row was last changed. */
  UPDATED
}
