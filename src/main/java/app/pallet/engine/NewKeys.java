package app.pallet.engine;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives out keys for rows that are to be added, as many as are needed at once, so that the rows
 * know their keys before they are written (decision 0041). Immutable, for any thread.
 */
public interface NewKeys {

  /**
   * Takes so many keys that follow each other, in the caller's transaction: a rollback gives them
   * back.
   *
   * @param above a number that each of them is above
   * @return the first of them
   * @throws SQLException if none can be taken
   */
  long reserve(Connection connection, int count, long above) throws SQLException;

  /** The key that whoever adds a row has given it; empty if it is to be given out. */
  default Optional<RowKey.Stored> typed(RowChange.Add add) {
    return Optional.empty();
  }

  /**
   * Whether keys that were taken, and of which the transaction was committed, are not given out
   * again, even if no row has them yet.
   */
  default boolean lastBeyondTheTransaction() {
    return true;
  }

  /**
   * The key of each row that is to be added: the one that was typed, or one that is taken, in the
   * order of the rows.
   */
  default Map<RowKey.New, RowKey.Stored> assign(Connection connection, List<RowChange> rows)
      throws SQLException {
    Map<RowKey.New, RowKey.Stored> ids = HashMap.newHashMap(rows.size());
    List<RowKey.New> open = new ArrayList<>();
    long above = 0;
    for (RowChange row : rows) {
      if (row instanceof RowChange.Add add) {
        Optional<RowKey.Stored> typed = typed(add);
        if (typed.isPresent()) {
          ids.put(add.key(), typed.get());
          above = Math.max(above, typed.get().id());
        } else {
          open.add(add.key());
        }
      }
    }
    if (!open.isEmpty()) {
      long next = reserve(connection, open.size(), above);
      for (RowKey.New key : open) {
        ids.put(key, new RowKey.Id(next++));
      }
    }
    return ids;
  }
}
