package app.pallet.commit.ledger;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;

/**
 * One row of a commit.
 *
 * @param change what was done to it, as it was pending
 * @param id its key in the database, which an added row got by the commit
 */
public record CommittedChange(RowChange change, long id) {

  /** The row as it is called since. */
  public RowKey.Existing row() {
    return new RowKey.Existing(id);
  }

  /**
   * The version the row had after this change, or {@link RowChange#NO_VERSION} where its table
   * counts none.
   */
  public long versionAfter() {
    return switch (change) {
      case RowChange.Add add -> RowChange.FIRST_VERSION;
      case RowChange.Edit edit -> next(edit.version());
      case RowChange.Delete delete -> next(delete.version());
    };
  }

  private static long next(long version) {
    return version == RowChange.NO_VERSION ? RowChange.NO_VERSION : version + 1;
  }
}
