package app.pallet.engine;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives out keys for rows that are to be added, as many as are needed at once, so that the rows
 * know their keys before they are written (decision 0041). Immutable, for any thread.
 */
public interface NewKeys {

  /**
   * Takes so many keys that follow each other, in the caller's transaction: a rollback gives them
   * back.
   *
   * @return the first of them
   * @throws SQLException if none can be taken
   */
  long reserve(Connection connection, int count) throws SQLException;

  /**
   * Whether keys that were taken, and of which the transaction was committed, are not given out
   * again, even if no row has them yet.
   */
  default boolean lastBeyondTheTransaction() {
    return true;
  }

  /** Takes a key for each row that is to be added, in the order of the rows. */
  default Map<RowKey.New, RowKey.Stored> assign(Connection connection, List<RowChange> rows)
      throws SQLException {
    int adds = 0;
    for (RowChange row : rows) {
      adds += row instanceof RowChange.Add ? 1 : 0;
    }
    if (adds == 0) {
      return Map.of();
    }
    Map<RowKey.New, RowKey.Stored> ids = HashMap.newHashMap(adds);
    long next = reserve(connection, adds);
    for (RowChange row : rows) {
      if (row instanceof RowChange.Add add) {
        ids.put(add.key(), new RowKey.Id(next++));
      }
    }
    return ids;
  }
}
