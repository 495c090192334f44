package app.pallet.workspace;

import app.pallet.change.ChangeSet;
import app.pallet.change.PendingSnapshot;
import app.pallet.change.PreparedChanges;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.ColumnMapping;
import app.pallet.spreadsheet.EmptyCells;
import app.pallet.spreadsheet.MappingReader;
import app.pallet.spreadsheet.TabularSource;
import app.pallet.work.WorkMonitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Lays blocks without keys over the rows of the table from a place on, and over new rows beyond the
 * last one. Owner thread; the values are read in the background.
 */
final class BlockPlacement {

  private final TableSchema schema;
  private final RowView view;
  private final RowFetch rows;
  private final ChangeSet changes;
  private final BackgroundTasks tasks;
  private final WorkspaceDraft draft;
  private final CellFormat format;

  BlockPlacement(
      TableSchema schema,
      WorkspaceRows rows,
      ChangeSet changes,
      BackgroundTasks tasks,
      WorkspaceDraft draft,
      CellFormat format) {
    this.schema = schema;
    this.view = rows.view();
    this.rows = rows.fetch();
    this.changes = changes;
    this.tasks = tasks;
    this.draft = draft;
    this.format = format;
  }

  /** A block that has been read and laid over the rows it goes to. */
  private record Placed(
      PreparedChanges changes, int rows, int adds, int deleted, List<RowProblem> problems) {}

  /**
   * Lays a block over the rows from an index on, and over new rows beyond the last one. Leaves rows
   * as they are that are to be deleted.
   *
   * @param leftOut what of the block has no place
   */
  void place(
      TabularSource source,
      int height,
      ColumnMapping mapping,
      int firstRow,
      PasteReport.LeftOut leftOut,
      Consumer<PasteReport> done) {
    int end = (int) Math.min(view.size(), (long) firstRow + height);
    List<RowKey> keys = new ArrayList<>(height);
    IntStream.range(Math.min(firstRow, end), end).mapToObj(view::keyAt).forEach(keys::add);
    rows.fetch(
        "Paste",
        keys,
        fetched -> {
          PendingSnapshot snapshot = changes.snapshot();
          Map<RowKey, ViewRow> targets = HashMap.newHashMap(fetched.size());
          fetched.forEach(row -> targets.put(row.key(), row));
          tasks.read(
              "Paste",
              monitor -> lay(source, mapping, keys, targets, snapshot, monitor),
              placed -> {
                changes.record(placed.changes());
                done.accept(report(source.name(), mapping, placed, leftOut));
              });
        });
  }

  private Placed lay(
      TabularSource source,
      ColumnMapping mapping,
      List<RowKey> keys,
      Map<RowKey, ViewRow> targets,
      PendingSnapshot snapshot,
      WorkMonitor monitor) {
    List<RowMapping> mappings =
        new MappingReader(source, mapping, format, EmptyCells.CLEAR, Map.of()).readAll(monitor);
    List<RowChange> wanted = new ArrayList<>(mappings.size());
    List<RowProblem> problems = new ArrayList<>();
    int deleted = 0;
    for (int i = 0; i < mappings.size(); i++) {
      RowMapping cells = mappings.get(i);
      ViewRow target = i < keys.size() ? targets.get(keys.get(i)) : null;
      if (target != null && target.state() == RowState.DELETED) {
        deleted++;
        continue;
      }
      problems.addAll(cells.problems());
      if (i < keys.size()) {
        if (target == null) {
          problems.add(gone(cells));
        } else {
          wanted.add(RowChanges.of(target, cells.values(), cells.origin(), cells.problems()));
        }
      } else if (!isBlank(cells)) {
        wanted.add(RowChanges.addition(schema, changes.nextKey(), cells));
      }
    }
    PreparedChanges prepared = changes.prepare(snapshot, "Paste", wanted, Map.of());
    draft.prepare(prepared);
    int adds = (int) wanted.stream().filter(RowChange.Add.class::isInstance).count();
    return new Placed(prepared, wanted.size(), adds, deleted, InputProblems.of(problems, prepared));
  }

  private PasteReport report(
      String source, ColumnMapping mapping, Placed placed, PasteReport.LeftOut leftOut) {
    return new PasteReport(
        source,
        mapping.columns().stream().map(Column::name).toList(),
        mapping.unmapped(),
        placed.rows(),
        placed.adds(),
        placed.rows() - placed.adds(),
        0,
        placed.problems(),
        leftOut.plusRows(placed.deleted()));
  }

  private static RowProblem gone(RowMapping cells) {
    return new RowProblem(
        cells.origin(),
        "",
        "",
        "The row it was pasted over is no longer in the catalogue",
        "",
        RowProblem.Severity.ERROR);
  }

  private static boolean isBlank(RowMapping cells) {
    return cells.problems().stream().allMatch(problem -> problem.value().isEmpty())
        && IntStream.range(0, cells.values().size())
            .mapToObj(cells.values()::valueAt)
            .allMatch(Objects::isNull);
  }
}
