package app.pallet.spreadsheet;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import java.util.Collections;
import java.util.HashMap;
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
 * @param origins where the edits came from, by their keys; adds say it themselves
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

  /** The results of one part of a source after the other, as one. */
  public static MatchResult joined(List<MatchResult> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    Map<RowKey, RowOrigin> origins =
        HashMap.newHashMap(parts.stream().mapToInt(part -> part.origins().size()).sum());
    parts.forEach(part -> origins.putAll(part.origins()));
    return new MatchResult(
        parts.stream().flatMap(part -> part.adds().stream()).toList(),
        parts.stream().flatMap(part -> part.edits().stream()).toList(),
        parts.stream().mapToInt(MatchResult::unchanged).sum(),
        parts.stream().mapToInt(MatchResult::rejected).sum(),
        parts.stream().flatMap(part -> part.problems().stream()).toList(),
        parts.stream().flatMap(part -> part.outcomes().stream()).toList(),
        origins);
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
