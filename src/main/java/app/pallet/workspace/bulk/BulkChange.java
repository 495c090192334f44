package app.pallet.workspace.bulk;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.operation.CellResult;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.operation.recipe.RecipeWork.Filled;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.pending.Basis;
import app.pallet.workspace.pending.Proposal;
import app.pallet.workspace.pending.Proposing;
import app.pallet.workspace.pending.RowChanges;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an operation or a recipe makes of selected rows. Which columns of them are selected makes no
 * difference: the operations say which ones they fill. Rows that are to be deleted stay as they
 * are.
 */
public final class BulkChange implements Proposing<BulkReport> {

  private final TableSchema schema;
  private final RowSelection rows;
  private final RecipeWork work;
  private final Predicate<RowKey> takenOut;

  /**
   * A change of rows.
   *
   * @param takenOut rows to which nothing is done although they are selected
   */
  public BulkChange(
      TableSchema schema, RowSelection rows, RecipeWork work, Predicate<RowKey> takenOut) {
    this.schema = schema;
    this.rows = rows;
    this.work = work;
    this.takenOut = takenOut;
  }

  /** What it would change. Nothing is put together that could become pending. */
  public BulkReport preview(Basis basis, WorkMonitor monitor) {
    return lookAt(basis, monitor, (row, filled) -> {});
  }

  @Override
  public Proposal<BulkReport> propose(Basis basis, WorkMonitor monitor) {
    List<RowChange> wanted = new ArrayList<>();
    Changes changes = new Changes();
    BulkReport report =
        lookAt(basis, monitor, (row, filled) -> wanted.add(changes.of(row, filled)));
    return new Proposal<>(basis.pending().merged(work.name(), wanted, Map.of()), report);
  }

  /** Is handed each row that changes. */
  private interface Taker {
    void take(ViewRow row, List<Filled> filled);
  }

  private BulkReport lookAt(Basis basis, WorkMonitor monitor, Taker taker) {
    BulkTally tally = new BulkTally(schema, work.writes());
    RecipeWork.Run run = work.started();
    monitor.begin(work.name(), rows.rowCount());
    int gone =
        basis.forEach(
            rows,
            rows.bands(),
            columns(schema, work),
            monitor,
            (band, row) -> {
              if (takenOut.test(row.key())) {
                tally.leaveOut(row, BulkReport.Reason.TAKEN_OUT);
                return;
              }
              if (row.state() == RowState.DELETED) {
                tally.leaveOut(row, BulkReport.Reason.DELETED);
                return;
              }
              List<Filled> filled = run.apply(row);
              List<Filled> writable = writable(row, filled);
              if (writable.isEmpty() && !filled.isEmpty()) {
                tally.leaveOut(row, BulkReport.Reason.READ_ONLY);
                return;
              }
              tally.add(row, writable);
              if (!writable.isEmpty()) {
                taker.take(row, writable);
              }
            });
    tally.leaveOut(gone);
    return tally.report();
  }

  /** The cells that can be written: of nearly all rows, all of them. */
  public static List<Filled> writable(ViewRow row, List<Filled> filled) {
    return filled.stream().allMatch(cell -> row.isWritable(cell.column()))
        ? filled
        : filled.stream().filter(cell -> row.isWritable(cell.column())).toList();
  }

  /** The columns that rows must hold: those that are looked at, and those that name a row. */
  public static Set<Column> columns(TableSchema schema, RecipeWork work) {
    Set<Column> columns = new LinkedHashSet<>(work.reads());
    boolean isAlwaysNamed = schema.match().rules().required();
    columns.addAll(isAlwaysNamed ? List.of(schema.match()) : RowName.columns(schema));
    return columns;
  }

  /** Makes changes of what becomes of rows. Confined to one thread. */
  public static final class Changes {

    private ColumnSet latest = ColumnSet.EMPTY;

    /** The change of a row to what becomes of it. */
    public RowChange of(ViewRow row, List<Filled> filled) {
      List<Column> columns = new ArrayList<>(filled.size());
      List<@Nullable Object> values = new ArrayList<>(filled.size());
      List<RowProblem> problems = new ArrayList<>(0);
      for (Filled cell : filled) {
        switch (cell.result()) {
          case CellResult.Value(var value) -> {
            columns.add(cell.column());
            values.add(value);
          }
          case CellResult.Rejected(String text, var why) ->
              problems.add(RowProblem.of(RowOrigin.TYPED, cell.column(), text, why));
          case CellResult.Untouched untouched -> {}
        }
      }
      if (!latest.asList().equals(columns)) { // nearly all rows share one set
        latest = ColumnSet.of(columns);
      }
      RowValues after = RowValues.of(latest, values.toArray());
      return RowChanges.of(row, after, RowOrigin.TYPED, problems);
    }
  }
}
