package app.pallet.workspace.history;

import app.pallet.commit.ledger.PastCommit;
import java.util.List;

/**
 * The rows of a commit that a search found.
 *
 * @param commit the commit
 * @param rows the first rows, in the order in which they were written
 * @param found number of all rows that were found
 */
public record HistoryRows(PastCommit commit, List<HistoryRow> rows, long found) {

  public HistoryRows {
    rows = List.copyOf(rows);
  }

  /** Whether more rows were found than are held. */
  public boolean isCut() {
    return found > rows.size();
  }
}
