package app.pallet.workspace.imports;

import app.pallet.change.PreparedChanges;
import app.pallet.change.RowChange;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.schema.table.PendingParent;
import app.pallet.spreadsheet.matching.MatchResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    all.removeIf(mended(wanted.results()));
    wanted.problems().forEach(all::add);
    return all.stream()
        .sorted(Comparator.comparingLong(problem -> problem.origin().line()))
        .toList();
  }

  /**
   * Whether a problem is that of a name which turned out to be that of a row that comes with it.
   */
  public static Predicate<RowProblem> mended(Stream<? extends RowChange> changes) {
    Map<RowOrigin, RowValues> mended = new HashMap<>();
    changes
        .filter(change -> change instanceof RowChange.Add && refersToNew(change.after()))
        .forEach(change -> mended.put(change.origin(), change.after()));
    return problem ->
        PendingParent.isUnknown(problem.message())
            && mended.getOrDefault(problem.origin(), RowValues.EMPTY).columns().asList().stream()
                .anyMatch(problem::concerns);
  }

  private static boolean refersToNew(RowValues values) {
    return IntStream.range(0, values.size())
        .anyMatch(i -> values.valueAt(i) instanceof PendingParent.OwnRow);
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
