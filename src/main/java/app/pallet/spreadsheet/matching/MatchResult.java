package app.pallet.spreadsheet.matching;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a source would change. Every row of it is an add, an edit, unchanged or rejected.
 *
 * @param adds rows to be added; problems may keep some of them from being committed
 * @param edits rows to be changed; problems may keep some of them from being committed
 * @param unchanged number of rows that equal their product
 * @param rejected number of rows that can't become a change; each has a problem
 * @param problems all problems in the order of the source, including those of the changes
 * @param outcomes what became of each row, in the order of the source
 * @param origins where the edits came from, by their keys; an add says this itself
 * @param near rows whose key is nearly that of a product
 */
public record MatchResult(
    List<RowChange.Add> adds,
    List<RowChange.Edit> edits,
    int unchanged,
    int rejected,
    List<RowProblem> problems,
    List<RowOutcome> outcomes,
    Map<RowKey, RowOrigin> origins,
    NearKeys near) {

  public MatchResult {
    adds = List.copyOf(adds);
    edits = List.copyOf(edits);
    problems = List.copyOf(problems);
    outcomes = List.copyOf(outcomes);
    origins = Collections.unmodifiableMap(origins);
  }

  /** Joins the results of the consecutive parts of a source. */
  public static MatchResult joined(List<MatchResult> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    Map<RowKey, RowOrigin> origins =
        HashMap.newHashMap(parts.stream().mapToInt(part -> part.origins().size()).sum());
    parts.forEach(part -> origins.putAll(part.origins()));
    return new MatchResult(
        joined(parts, MatchResult::adds),
        joined(parts, MatchResult::edits),
        parts.stream().mapToInt(MatchResult::unchanged).sum(),
        parts.stream().mapToInt(MatchResult::rejected).sum(),
        joined(parts, MatchResult::problems),
        joined(parts, MatchResult::outcomes),
        origins,
        NearKeys.joined(parts.stream().map(MatchResult::near).toList()));
  }

  private static <T> List<T> joined(List<MatchResult> parts, Function<MatchResult, List<T>> list) {
    List<T> all = new ArrayList<>(parts.stream().map(list).mapToInt(List::size).sum());
    parts.forEach(part -> all.addAll(list.apply(part))); // block by block, not row by row
    return all;
  }

  /** All changes: the edits, then the adds. */
  public List<RowChange> changes() {
    List<RowChange> all = new ArrayList<>(edits.size() + adds.size());
    all.addAll(edits);
    all.addAll(adds);
    return Collections.unmodifiableList(all);
  }

  /** Number of rows the source had. */
  public int rowsRead() {
    return outcomes.size();
  }
}
