package app.pallet.workspace.imports;

import app.pallet.change.PreparedChanges;
import app.pallet.change.RowProblem;
import app.pallet.spreadsheet.matching.MatchResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is wrong with an input: the problems that reading found, and those of the
 * changes.
 */
public final class InputProblems {

  private InputProblems() {}

  /** The problems of a matched source, sorted by line. */
  public static List<RowProblem> of(MatchResult result, PreparedChanges wanted) {
    return of(result.problems(), wanted);
  }

  /** These problems and those of the changes, each once, sorted by line. */
  public static List<RowProblem> of(List<RowProblem> found, PreparedChanges wanted) {
    Set<RowProblem> all = new LinkedHashSet<>(found);
    wanted.problems().forEach(all::add);
    return all.stream()
        .sorted(Comparator.comparingLong(problem -> problem.origin().line()))
        .toList();
  }

  /** The problems of each line. */
  public static Map<Long, List<RowProblem>> byLine(List<RowProblem> problems) {
    Map<Long, List<RowProblem>> byLine = new HashMap<>();
    for (RowProblem problem : problems) {
      byLine.computeIfAbsent(problem.origin().line(), line -> new ArrayList<>()).add(problem);
    }
    return byLine;
  }
}
