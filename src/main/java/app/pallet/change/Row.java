package app.pallet.change;

/**
 * A row as it was read from the database.
 *
 * @param key which row it is
 * @param stamp by which it is recognised later as still the same
 * @param values what it holds
 */
public record Row(RowKey.Stored key, RowStamp stamp, RowValues values) {

  /**
   * The number of its key.
   *
   * @throws UnsupportedOperationException if the key is made of parts
   */
  public long id() {
    return key.id();
  }
}
