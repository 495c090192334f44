package app.pallet.workspace.view;

import app.pallet.change.RowKey;
import app.pallet.rows.keys.RowIds;
import java.util.Set;

/** The rows to which a view is limited before anything is searched or filtered. */
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
   * Single rows, such as those that the user has selected.
   *
   * @param stored the stored rows
   * @param added the rows that are still to be added
   */
  record Picked(RowIds stored, Set<RowKey.New> added) implements ViewScope {
    public Picked {
      added = Set.copyOf(added);
    }
  }
}
