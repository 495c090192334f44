package app.pallet.commit.ledger;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;

/**
 * One row of a commit.
 *
 * @param change what was done to it, as it was pending
 * @param row its key in the database, which an added row got by the commit
 * @param stampAfter by which it was recognised once that was done, as far as the commit knew
 */
public record CommittedChange(RowChange change, RowKey.Stored row, RowStamp stampAfter) {

  /**
   * A row of a commit.
   *
   * @param added the stamp that a row gets when it is added to this table
   */
  public static CommittedChange of(RowChange change, RowKey.Stored row, RowStamp added) {
    RowStamp after =
        switch (change) {
          case RowChange.Add _ -> added;
          case RowChange.Edit edit -> edit.stamp().next();
          case RowChange.Delete delete -> delete.stamp().next();
        };
    return new CommittedChange(change, row, after);
  }
}
