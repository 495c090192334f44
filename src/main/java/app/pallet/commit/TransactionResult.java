package app.pallet.commit;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import java.util.List;
import java.util.Map;

/**
 * What became of a transaction's rows.
 *
 * @param rows those it was about
 * @param ending whether those without a problem are in the database now
 * @param ids the key in the database of each row to be added
 * @param problems why a row could not be written, for each such row
 */
record TransactionResult(
    List<RowChange> rows,
    Ending ending,
    Map<RowKey.New, Long> ids,
    Map<RowKey, RowProblem> problems) {

  /** The result of a transaction that is about to end as its scope demands. */
  static TransactionResult of(
      TransactionScope scope,
      List<RowChange> rows,
      Map<RowKey.New, Long> ids,
      Map<RowKey, RowProblem> problems) {
    boolean spoiled = scope == TransactionScope.ALL_OR_NOTHING && !problems.isEmpty();
    return new TransactionResult(
        rows, spoiled ? Ending.ROLLED_BACK : Ending.COMMITTED, ids, problems);
  }

  /** Whether the transaction is to be committed, or was. */
  boolean isCommitted() {
    return ending == Ending.COMMITTED;
  }

  /** How a transaction ends. */
  enum Ending {
    COMMITTED,
    ROLLED_BACK
  }
}
