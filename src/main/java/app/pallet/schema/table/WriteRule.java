package app.pallet.schema.table;

/** When a column may be written. */
public enum WriteRule {
  /** In every row. */
  ALWAYS,
  /** Only in a row that is added: the columns of a key that people give. */
  ON_ADD,
  /** Never: the database makes its values, or Pallet can't. */
  NEVER
}
