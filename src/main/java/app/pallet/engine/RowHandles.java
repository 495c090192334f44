package app.pallet.engine;

import app.pallet.change.RowKey;
import app.pallet.schema.TableSchema;

/**
 * Whole numbers by which a session names the rows of a table, so that orders and sets of rows stay
 * primitive whatever the keys are. A number means the same key for as long as the session lasts,
 * even if the row goes or the database renumbers its rows. For any thread.
 */
public sealed interface RowHandles permits RowHandles.Ids, PartHandles {

  /** The handles of a table's rows. */
  static RowHandles of(TableSchema schema) {
    return schema.hasId() ? Ids.IDS : new PartHandles(schema.key().names().size());
  }

  /** The number of a row; the same for equal keys. */
  long of(RowKey.Stored key);

  /**
   * The key of a row.
   *
   * @param handle as {@link #of} gave it
   */
  RowKey.Stored keyOf(long handle);

  /** The handles of rows whose key is one whole number: that number. */
  enum Ids implements RowHandles {
    IDS;

    @Override
    public long of(RowKey.Stored key) {
      return key.id();
    }

    @Override
    public RowKey.Stored keyOf(long handle) {
      return new RowKey.Id(handle);
    }
  }
}
