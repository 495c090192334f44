package app.pallet.workspace.imports;

import app.pallet.change.RowChange;
import app.pallet.change.RowProblem;
import app.pallet.rows.references.ReferringColumn;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent;
import app.pallet.text.Counted;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names in a source that other tables do not have: each counts once, however many rows say it.
 * Confined to one thread.
 */
public final class MissingParents {

  private static final int NAMED = 5;

  private final List<ReferringColumn> columns;
  private final Map<Column, Set<String>> unknown = new LinkedHashMap<>();
  private final Map<Column, Set<String>> added = new LinkedHashMap<>();

  /** None in rows for a table yet. */
  public MissingParents(TableSchema schema) {
    columns =
        ReferringColumn.of(schema).values().stream()
            .filter(refers -> refers.takesNew() && !refers.isOwn())
            .toList();
  }

  /**
   * Names of one table.
   *
   * @param table that does not have them
   * @param count how many there are
   * @param first the first few
   * @param areAdded whether they become rows of that table
   */
  public record Names(String table, int count, List<String> first, boolean areAdded) {

    public Names {
      first = List.copyOf(first);
    }

    /** What the user reads. */
    public String sentence() {
      String names = String.join(", ", first) + (count > first.size() ? " and so on" : "");
      return areAdded
          ? "%s to be added to %s: %s"
              .formatted(Counted.of(count, "row is", "rows are"), table, names)
          : "%s does not have %s: %s".formatted(table, Counted.of(count, "name", "names"), names);
    }
  }

  /** Takes in what rows say, and what is wrong with rows. */
  public void add(Collection<? extends RowChange> changes, Collection<RowProblem> problems) {
    for (ReferringColumn refers : columns) {
      for (RowChange change : changes) {
        if (change.isCommittable()
            && change.after().get(refers.column()) instanceof PendingParent.OtherRow row) {
          added.computeIfAbsent(refers.column(), c -> new LinkedHashSet<>()).add(row.text());
        }
      }
      for (RowProblem problem : problems) {
        if (problem.concerns(refers.column()) && PendingParent.isUnknown(problem.message())) {
          unknown.computeIfAbsent(refers.column(), c -> new LinkedHashSet<>()).add(problem.value());
        }
      }
    }
  }

  /** All names, by their tables. */
  public List<Names> names() {
    return columns.stream()
        .flatMap(refers ->
            List.of(false, true).stream()
                .map(areAdded -> names(refers, areAdded))
                .filter(names -> names.count() > 0))
        .collect(Collectors.toUnmodifiableList());
  }

  private Names names(ReferringColumn refers, boolean areAdded) {
    Set<String> names = (areAdded ? added : unknown).getOrDefault(refers.column(), Set.of());
    return new Names(
        refers.parent().name(), names.size(), names.stream().limit(NAMED).toList(), areAdded);
  }
}
