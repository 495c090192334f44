package app.pallet.spreadsheet;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a source would change: every row it has is one of the adds, the edits, the unchanged or the
 * rejected.
 *
 * @param adds rows to be added, some perhaps with problems that keep them from being committed
 * @param edits rows to be changed, likewise
 * @param unchanged number of rows that say what the catalogue holds already
 * @param rejected number of rows that become no change at all, each with a problem
 * @param problems all problems in the order of the source, also those that the changes carry
 * @param outcomes what became of each row, in the order of the source
 * @param origins where the adds and the edits came from, by their keys
 */
public record MatchResult(
    List<RowChange.Add> adds,
    List<RowChange.Edit> edits,
    int unchanged,
    int rejected,
    List<RowProblem> problems,
    List<RowOutcome> outcomes,
    Map<RowKey, RowOrigin> origins) {

  public MatchResult {
    adds = List.copyOf(adds);
    edits = List.copyOf(edits);
    problems = List.copyOf(problems);
    outcomes = List.copyOf(outcomes);
    origins = Collections.unmodifiableMap(origins);
  }

  /** All changes: the edits, then the adds. */
  public List<RowChange> changes() {
    return Stream.<RowChange>concat(edits.stream(), adds.stream()).toList();
  }

  /** Number of rows the source had. */
  public int rowsRead() {
    return outcomes.size();
  }
}
