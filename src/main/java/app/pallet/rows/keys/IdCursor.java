package app.pallet.rows.keys;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** The ids of a query's rows in their order, now some and then some more. One thread at a time. */
public interface IdCursor extends AutoCloseable {

  /**
   * Reads on.
   *
   * @param keys get the ids
   * @param enough asked now and then whether to pause
   * @return whether there is more
   * @throws java.util.concurrent.CancellationException if the query was interrupted
   */
  boolean read(KeySnapshot.Builder keys, BooleanSupplier enough) throws SQLException;

  /** Gives back what it reads from. */
  @Override
  void close() throws SQLException;
}
