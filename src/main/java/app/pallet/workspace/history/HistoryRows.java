package app.pallet.workspace.history;

import app.pallet.commit.ledger.PastCommit;
import java.util.List;

/**
 * The rows of a commit that were looked for.
 *
 * @param commit the commit
 * @param rows the first of them, in the order in which they were written
 * @param found how many there are in all
 */
public record HistoryRows(PastCommit commit, List<HistoryRow> rows, long found) {

  public HistoryRows {
    rows = List.copyOf(rows);
  }

  /** Whether there are more than are at hand. */
  public boolean isCut() {
    return found > rows.size();
  }
}
