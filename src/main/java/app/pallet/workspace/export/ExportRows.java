package app.pallet.workspace.export;

import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;

/**
 * Which rows an export writes, as the database holds them: what is pending is not part of it, so
 * rows that are yet to be added are not among them.
 */
public sealed interface ExportRows {

  /** All rows in the order in which they were added. */
  ExportRows ALL = new Matching(RowQuery.ALL);

  /**
   * The rows of a search in its order.
   *
   * @param query what is searched for and how rows are sorted
   */
  record Matching(RowQuery query) implements ExportRows {}

  /**
   * Single rows, such as those that the table shows or the user has selected.
   *
   * @param keys their ids in the order in which they are written
   */
  record Picked(KeySnapshot keys) implements ExportRows {}
}
