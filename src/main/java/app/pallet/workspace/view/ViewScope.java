package app.pallet.workspace.view;

import app.pallet.change.RowKey;
import app.pallet.rows.keys.RowIds;
import java.util.Set;

/** Which rows are looked at before anything is searched or filtered for. */
public sealed interface ViewScope {

  /** All rows. */
  ViewScope ALL = new All();

  /** The rows for which something is pending. */
  ViewScope PENDING = new Pending();

  /** The pending rows that have a problem. */
  ViewScope PROBLEMS = new Problems();

  /** All rows. */
  record All() implements ViewScope {}

  /** The rows for which something is pending. */
  record Pending() implements ViewScope {}

  /** The pending rows that have a problem. */
  record Problems() implements ViewScope {}

  /**
   * Single rows, such as those the user has selected.
   *
   * @param stored those in the database
   * @param added those that are yet to be added
   */
  record Picked(RowIds stored, Set<RowKey.New> added) implements ViewScope {
    public Picked {
      added = Set.copyOf(added);
    }
  }
}
