package app.pallet.workspace.pending;

import app.pallet.change.ChangeSet;
import app.pallet.change.ColumnSet;
import app.pallet.change.PendingSnapshot;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.commit.writing.RefusedRow;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.workspace.pending.ConflictChoice.Mine;
import app.pallet.workspace.pending.ConflictChoice.Other;
import app.pallet.workspace.pending.ConflictChoice.Theirs;
import app.pallet.workspace.turns.EditQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pending changes that are in conflict with somebody else's, and how the user resolves them.
 * Owner thread. The current rows are read in the background.
 */
public final class PendingConflicts {

  private final ChangeSet changes;
  private final RowReader reader;
  private final CellFormat format;
  private final EditQueue queue;
  private final Proposals proposals;

  public PendingConflicts(
      ChangeSet changes,
      RowReader reader,
      CellFormat format,
      EditQueue queue,
      Proposals proposals) {
    this.changes = changes;
    this.reader = reader;
    this.format = format;
    this.queue = queue;
    this.proposals = proposals;
  }

  /**
   * Marks the pending changes of rows that somebody else has changed or deleted meanwhile. What is
   * done while they are compared is left to the next time, or to the commit.
   *
   * @param done gets the number of changes that are in conflict
   */
  public void mark(Consumer<Integer> done) {
    PendingSnapshot now = changes.snapshot();
    queue.glance(
        "Compare pending rows",
        monitor -> new RestoredRows(reader).conflicts(now.changes()),
        conflicts -> {
          conflicts.keySet().removeIf(key -> !changes.get(key).equals(now.get(key)));
          changes.refuse(new ProblemOrigins(now.origins()).placed(conflicts));
          done.accept(conflicts.size());
        });
  }

  /**
   * Reads what the catalogue holds now for every change that is marked as in conflict.
   *
   * @param done gets the cells or whole rows that differ
   */
  public void find(Consumer<List<ConflictCell>> done) {
    queue.look(turn -> {
      List<RowChange> wanted =
          changes.withProblems().stream().filter(RowChange::isInConflict).toList();
      queue.glance("Read conflicts", monitor -> cells(wanted), done);
    });
  }

  private List<ConflictCell> cells(List<RowChange> wanted) {
    Map<RowKey, Row> current = reader.byKey(wanted.stream().map(RowChange::key).toList());
    List<ConflictCell> cells = new ArrayList<>();
    for (RowChange change : wanted) {
      Optional<Row> row = Optional.ofNullable(current.get(change.key()));
      RowValues values =
          row.map(Row::values)
              .orElse(change instanceof RowChange.Add ? change.after() : change.before());
      String product =
          RowName.brief(
                  reader.schema(),
                  column -> values.has(column) ? CellText.plain(column, values.get(column)) : "")
              .orElse("(without %s)".formatted(reader.schema().match().label()));
      cells.addAll(ConflictCell.of(change, row, product));
    }
    return cells;
  }

  /** The conflicts of rows of which it is not known whether a commit has added them. */
  static Map<RowKey, List<RowProblem>> perhapsAdded(List<RowChange.Add> rows) {
    Map<RowKey, List<RowProblem>> conflicts = new LinkedHashMap<>();
    rows.forEach(row -> conflicts.put(row.key(), List.of(RefusedRow.perhapsAdded(row))));
    return conflicts;
  }

  /**
   * Resolves conflicts as the user chose, as one step that can be undone. What remains is pending
   * for the rows as they were read. If somebody changes them once more, that is a new conflict.
   *
   * @param choices the choices for all cells of a row, as {@link #find} gave them
   */
  public void resolve(Map<ConflictCell, ConflictChoice> choices) {
    Map<RowKey, Map<ConflictCell, ConflictChoice>> rows = new LinkedHashMap<>();
    choices.forEach((cell, choice) ->
        rows.computeIfAbsent(cell.change().key(), key -> new LinkedHashMap<>()).put(cell, choice));
    queue.step(
        "Resolve conflicts",
        turn ->
            proposals.propose(
                turn,
                "Resolve conflicts",
                rows.size(),
                (basis, monitor) -> resolved(rows, basis),
                resolved -> {}));
  }

  private Proposal<Integer> resolved(
      Map<RowKey, Map<ConflictCell, ConflictChoice>> rows, Basis basis) {
    List<RowChange> kept = new ArrayList<>();
    List<RowKey> dropped = new ArrayList<>();
    rows.forEach(
        (key, cells) -> resolved(cells).ifPresentOrElse(kept::add, () -> dropped.add(key)));
    return new Proposal<>(
        basis.pending().replaced("Resolve conflicts", kept, dropped), rows.size());
  }

  private Optional<RowChange> resolved(Map<ConflictCell, ConflictChoice> cells) {
    ConflictCell first = cells.keySet().iterator().next();
    Optional<Row> current = first.current();
    if (first.change() instanceof RowChange.Add add) {
      return cells.get(first) instanceof Theirs
          ? Optional.empty() // it is in
          : Optional.of(
              add.withProblems(add.problems().stream().filter(p -> !p.isFromCommit()).toList()));
    }
    if (current.isEmpty()) {
      return Optional.empty(); // a row that is gone can't be changed
    }
    return switch (first.change()) {
      case RowChange.Edit edit -> Optional.ofNullable(edit(edit, current.get(), cells));
      case RowChange.Delete delete ->
          cells.get(first) instanceof Theirs
              ? Optional.empty()
              : Optional.of(
                  new RowChange.Delete(
                      delete.key(), current.get().values(), current.get().stamp(), List.of()));
      case RowChange.Add add -> Optional.of(add);
    };
  }

  private @Nullable RowChange edit(
      RowChange.Edit edit, Row current, Map<ConflictCell, ConflictChoice> cells) {
    Map<String, ConflictChoice> byColumn = new HashMap<>();
    cells.forEach(
        (cell, choice) -> cell.column().ifPresent(column -> byColumn.put(column.name(), choice)));
    List<Column> columns = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>();
    for (Column column : edit.after().columns().asList()) {
      switch (byColumn.getOrDefault(column.name(), new Mine())) {
        case Theirs theirs -> {}
        case Mine mine -> {
          columns.add(column);
          values.add(edit.after().get(column));
        }
        case Other(String text) -> {
          switch (CellParser.parse(column, text, format)) {
            case CellReading.Value(var value) -> {
              columns.add(column);
              values.add(value);
            }
            case CellReading.Rejected rejected ->
                problems.add(RowProblem.of(RowOrigin.TYPED, column, text, rejected));
          }
        }
      }
    }
    edit.problems().stream()
        .filter(problem -> !problem.isFromCommit())
        .filter(problem -> !byColumn.containsKey(problem.column()))
        .forEach(problems::add);
    return rebased(edit, current, RowValues.of(ColumnSet.of(columns), values.toArray()), problems);
  }

  /**
   * The edit of the row as it is now, without values that the row already has; null if nothing is
   * left.
   */
  private static @Nullable RowChange rebased(
      RowChange.Edit edit, Row current, RowValues wanted, List<RowProblem> problems) {
    RowValues after =
        wanted.only(column -> !Objects.equals(wanted.get(column), current.values().get(column)));
    if (after.isEmpty() && problems.isEmpty()) {
      return null;
    }
    return new RowChange.Edit(
        edit.key(), current.values().only(after::has), after, current.stamp(), problems);
  }
}
