package app.pallet.engine;

import app.pallet.change.Row;
import app.pallet.change.RowKey;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows of a table by their keys, however many there are; a key finds the row that has exactly
 * this one. Works on a connection that stays its caller's; confined to one thread.
 */
public interface RowsByKey {

  /**
   * The rows of these keys.
   *
   * @return rows at the places of their keys, null for one that is not there
   */
  @Nullable Row[] find(List<? extends RowKey.Stored> keys) throws SQLException;

  /** The same by the numbers that a session has for the rows. */
  @Nullable Row[] find(long... handles) throws SQLException;
}
