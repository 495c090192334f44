package app.pallet.workspace.pending;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.operation.CellResult;
import app.pallet.operation.Operation;
import app.pallet.operation.RowCells;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.FilterGroup;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowSelection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes one value of a column into another in all the rows that have it: those that the database
 * finds, and those of the view that have it only by what is pending.
 */
final class ValueChange implements Proposing<ValueChange.Changed> {

  private final String label;
  private final Column column;
  private final @Nullable Object from;
  private final RowQuery query;
  private final RowOrder order;
  private final RowReader reader;
  private final Operation operation;

  /**
   * A change of a value.
   *
   * @param from null for empty cells
   * @param query the rows among which it is looked for, whatever is asked of the column itself
   * @param operation puts the new value into the column
   */
  ValueChange(
      Column column,
      @Nullable Object from,
      RowQuery query,
      RowOrder order,
      RowReader reader,
      Operation operation) {
    this.label = "Change " + column.label();
    this.column = column;
    this.from = from;
    this.query = query;
    this.order = order;
    this.reader = reader;
    this.operation = operation;
  }

  /**
   * What came of it.
   *
   * @param rows how many rows had the value
   * @param leftOut those that could not be changed
   */
  record Changed(int rows, CellOperation.LeftOut leftOut) {}

  @Override
  public Proposal<Changed> propose(Basis basis, WorkMonitor monitor) {
    Set<RowKey> keys = new LinkedHashSet<>();
    RowQuery wanted =
        query.filteredBy(
            new FilterGroup(
                FilterGroup.Join.ALL, List.of(query.filter().besides(column), hasValue())));
    reader.keys(wanted).stream().mapToObj(reader.handles()::keyOf).forEach(keys::add);
    keys.addAll(pending(basis));
    if (keys.isEmpty()) {
      return new Proposal<>(
          basis.pending().merged(label, List.of(), Map.of()),
          new Changed(0, CellOperation.LeftOut.ofKeyless(0)));
    }
    List<RowKey> rows = List.copyOf(keys);
    OnlyFrom only = new OnlyFrom();
    RowSelection cells =
        new RowSelection(rows::get, List.of(new CellBlock(0, rows.size() - 1, List.of(column))));
    Proposal<CellOperation.LeftOut> proposal =
        new CellOperation(label, cells, only).propose(basis, monitor);
    return new Proposal<>(proposal.changes(), new Changed(only.rows, proposal.report()));
  }

  private Condition hasValue() {
    return from == null
        ? Condition.of(column, Operator.IS_EMPTY)
        : Condition.of(column, Operator.IS, from);
  }

  /** The rows of the view that have the value by what is pending for them. */
  private List<RowKey> pending(Basis basis) {
    List<RowKey> having = new ArrayList<>();
    for (RowChange change : basis.pending().changes()) {
      boolean has =
          change instanceof RowChange.Add
              ? isFrom(change.after().has(column) ? change.after().get(column) : null)
              : change.after().has(column) && isFrom(change.after().get(column));
      if (has) {
        having.add(change.key());
      }
    }
    int[] places = order.indicesOf(having);
    List<RowKey> shown = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        shown.add(having.get(i));
      }
    }
    return shown;
  }

  private boolean isFrom(@Nullable Object value) {
    return Objects.equals("".equals(value) ? null : value, "".equals(from) ? null : from);
  }

  /** Changes the cells that have the value, and counts them. */
  private final class OnlyFrom implements Operation {

    private int rows;

    @Override
    public Set<Column> reads() {
      return Set.of(column);
    }

    @Override
    public Set<Column> writes() {
      return Set.of(column);
    }

    @Override
    public CellResult apply(RowCells row, Column cell, RowCells first) {
      if (row.rejectedText(column).isPresent() || !isFrom(row.value(column))) {
        return new CellResult.Untouched(); // something else is pending for it
      }
      rows++;
      return operation.apply(row, cell, first);
    }
  }
}
