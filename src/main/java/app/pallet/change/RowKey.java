package app.pallet.change;

/** Which row a change is about. */
public sealed interface RowKey {

  /**
   * A row of the database.
   *
   * @param id its key there
   */
  record Existing(long id) implements RowKey {}

  /**
   * A row that is yet to be added.
   *
   * @param number given by the change set, growing with every new row
   */
  record New(long number) implements RowKey {}
}
