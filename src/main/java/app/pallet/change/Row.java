package app.pallet.change;

/**
 * A row as it was read from the database.
 *
 * @param id its key
 * @param version its version when read, or {@link RowChange#NO_VERSION}
 * @param values what it holds
 */
public record Row(long id, long version, RowValues values) {

  /** The row's key. */
  public RowKey.Existing key() {
    return new RowKey.Existing(id);
  }
}
