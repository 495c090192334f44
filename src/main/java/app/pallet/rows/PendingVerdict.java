package app.pallet.rows;

import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;

/**
 * What pending changes make of a query's answer. Immutable.
 *
 * @param leftOut rows of the database that are not shown though they may be found: they won't meet
 *     the query any more
 * @param shown rows of the database that follow the others where they are not found: they will meet
 *     the query
 * @param addedLeftOut numbers of the rows to be added that are not shown
 */
public record PendingVerdict(RowIds leftOut, KeySnapshot shown, RowIds addedLeftOut) {

  /** The database's answer stands, and all rows to be added are shown. */
  public static final PendingVerdict NONE =
      new PendingVerdict(RowIds.NONE, KeySnapshot.EMPTY, RowIds.NONE);
}
