package app.pallet.workspace.input;

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
import app.pallet.spreadsheet.mapping.ColumnMapping;
import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.mapping.MappingReader;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.imports.InputProblems;
import app.pallet.workspace.pending.RowChanges;
import app.pallet.workspace.pending.WorkspaceDraft;
import app.pallet.workspace.turns.Reading;
import app.pallet.workspace.view.RowFetch;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import app.pallet.workspace.view.WorkspaceRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lays blocks without keys over the rows of the table from a place on, and over new rows beyond the
 * last one. Owner thread. The values are read in the background.
 */
final class BlockPlacement {

  private final TableSchema schema;
  private final RowFetch rows;
  private final ChangeSet changes;
  private final WorkspaceDraft draft;
  private final CellFormat format;

  BlockPlacement(
      TableSchema schema,
      WorkspaceRows rows,
      ChangeSet changes,
      WorkspaceDraft draft,
      CellFormat format) {
    this.schema = schema;
    this.rows = rows.fetch();
    this.changes = changes;
    this.draft = draft;
    this.format = format;
  }

  /** A block that has been read and laid over rows. */
  private record Placed(
      PreparedChanges changes,
      int rows,
      int adds,
      List<RowKey> deleted,
      List<RowProblem> problems) {}

  /**
   * Lays a block over rows, and over new rows beyond the last of them. Rows that are to be deleted
   * stay as they are.
   *
   * @param turn the turn of the action to which this belongs
   * @param block opens the block, each time at its first row
   * @param keys the rows to which its first rows go
   * @param leftOut the parts of the block that have no place
   * @param done gets the report, and the rows that were left as they are because they are to be
   *     deleted
   */
  void place(
      Reading turn,
      Supplier<? extends TabularSource> block,
      List<RowKey> keys,
      ColumnMapping mapping,
      PasteReport.LeftOut leftOut,
      BiConsumer<PasteReport, List<RowKey>> done) {
    rows.fetch(
        turn,
        "Paste",
        keys,
        targets -> {
          PendingSnapshot snapshot = changes.snapshot();
          TabularSource source = block.get();
          turn.read(
              "Paste",
              monitor -> lay(source, mapping, keys, targets, snapshot, monitor),
              placed -> {
                if (changes.isCurrent(placed.changes())) {
                  changes.record(placed.changes());
                  done.accept(report(source.name(), mapping, placed, leftOut), placed.deleted());
                } else { // a commit has settled meanwhile, and rows may go by other keys
                  place(turn, block, keys, mapping, leftOut, done);
                }
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
    List<RowKey> deleted = new ArrayList<>();
    for (int i = 0; i < mappings.size(); i++) {
      RowMapping cells = mappings.get(i);
      ViewRow target = i < keys.size() ? targets.get(keys.get(i)) : null;
      if (target != null && target.state() == RowState.DELETED) {
        deleted.add(target.key());
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
        leftOut.plusRows(placed.deleted().size()));
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
