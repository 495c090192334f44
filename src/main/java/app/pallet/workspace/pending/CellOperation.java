package app.pallet.workspace.pending;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.operation.CellResult;
import app.pallet.operation.Operation;
import app.pallet.schema.Column;
import app.pallet.text.Counted;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.RowSelection.Band;
import app.pallet.workspace.view.RowSelection.Part;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an operation makes of selected cells. Where rectangles overlap, the last one that has a cell
 * fills it. Rows that are to be deleted, and cells that can't be changed, stay as they are.
 */
final class CellOperation implements Proposing<CellOperation.LeftOut> {

  private final String label;
  private final RowSelection selection;
  private final List<Operation> operations;

  /**
   * An operation on cells.
   *
   * @param label what the user does, as the undo menu says it
   */
  CellOperation(String label, RowSelection selection, Operation operation) {
    this(label, selection, Collections.nCopies(selection.rectangles().size(), operation));
  }

  /** An operation for each rectangle. */
  CellOperation(String label, RowSelection selection, List<Operation> operations) {
    this.label = label;
    this.selection = selection;
    this.operations = operations;
  }

  /**
   * What an operation did not reach.
   *
   * @param deleted rows that are to be deleted
   * @param gone rows that are no longer there
   * @param keyless rows that can only be read, as their keys don't tell them apart
   * @param readOnly cells that can't be changed
   */
  record LeftOut(int deleted, int gone, int keyless, long readOnly) {

    /** Rows without a key, left out by an action that reaches all others. */
    static LeftOut ofKeyless(int rows) {
      return new LeftOut(0, 0, rows, 0);
    }

    /** All of it as the user reads it; empty where nothing was left out. */
    String phrase() {
      List<String> parts = new ArrayList<>();
      if (deleted > 0) {
        parts.add(Counted.of(deleted, "row that is", "rows that are") + " to be deleted");
      }
      if (gone > 0) {
        parts.add(Counted.of(gone, "row that is", "rows that are") + " no longer there");
      }
      if (keyless > 0) {
        parts.add(
            Counted.of(keyless, "row that has no key that tells it apart", "rows that have no key")
                + " and can only be read");
      }
      if (readOnly > 0) {
        parts.add(Counted.of(readOnly, "cell that can't", "cells that can't") + " be changed");
      }
      return String.join(" and ", parts);
    }

    /** The same without cells, for an action that everybody expects to leave them alone. */
    LeftOut ofRows() {
      return new LeftOut(deleted, gone, keyless, 0);
    }
  }

  @Override
  public Proposal<LeftOut> propose(Basis basis, WorkMonitor monitor) {
    Set<Operation> different = Collections.newSetFromMap(new IdentityHashMap<>());
    different.addAll(operations);
    Set<Column> writes = new HashSet<>();
    Set<Column> columns = new LinkedHashSet<>();
    different.forEach(operation -> {
      writes.addAll(operation.writes());
      columns.addAll(operation.reads());
    });
    Predicate<Column> isFilled = column -> !column.isReadOnly() && writes.contains(column);
    List<Band> all = selection.bands();
    List<Band> bands =
        all.stream()
            .map(band -> band.only(isFilled))
            .filter(band -> !band.parts().isEmpty())
            .toList();
    bands.forEach(band -> columns.addAll(band.columns()));
    monitor.begin(label, bands.stream().mapToLong(Band::rowCount).sum());
    Filling filling = new Filling(started(), firstRows(basis, columns));
    int gone = basis.forEach(selection, bands, columns, monitor, filling::add);
    return new Proposal<>(
        basis.pending().merged(label, filling.wanted, Map.of()),
        new LeftOut(filling.deleted, gone, filling.keyless, readOnlyCells(all) + filling.fixed));
  }

  /** The operations for one run: the same one where it is the same for several rectangles. */
  private List<Operation> started() {
    IdentityHashMap<Operation, Operation> started = new IdentityHashMap<>();
    return operations.stream()
        .map(operation -> started.computeIfAbsent(operation, Operation::started))
        .toList();
  }

  private static long readOnlyCells(List<Band> bands) {
    return bands.stream()
        .mapToLong(
            band -> band.rowCount() * band.columns().stream().filter(Column::isReadOnly).count())
        .sum();
  }

  /** The first row of each rectangle, null where it is not looked at or no longer there. */
  private @Nullable ViewRow[] firstRows(Basis basis, Set<Column> columns) {
    if (operations.stream().noneMatch(Operation::readsFirstRow)) {
      return new @Nullable ViewRow[selection.rectangles().size()];
    }
    List<RowKey> keys =
        selection.rectangles().stream()
            .map(CellBlock::firstRow)
            .map(selection.rows()::apply)
            .toList();
    return basis.rows(keys, columns);
  }

  /** Fills the cells of one row after the other. */
  private static final class Filling {

    private final List<Operation> started;
    private final @Nullable ViewRow[] first;
    private final List<RowChange> wanted = new ArrayList<>();
    private ColumnSet latest = ColumnSet.EMPTY;
    private int deleted;
    private int keyless;
    private long fixed;

    Filling(List<Operation> started, @Nullable ViewRow[] first) {
      this.started = started;
      this.first = first;
    }

    void add(Band band, ViewRow row) {
      if (row.state() == RowState.DELETED) {
        deleted++;
        return;
      }
      if (row.key() instanceof RowKey.Unkeyed) {
        keyless++;
        band.parts().forEach(part -> result(part, row)); // which counts it
        return;
      }
      List<Column> filled = new ArrayList<>(band.parts().size());
      List<@Nullable Object> values = new ArrayList<>(band.parts().size());
      List<RowProblem> problems = new ArrayList<>(0);
      for (Part part : band.parts()) {
        Column column = part.column();
        CellResult result = result(part, row);
        if (!row.isWritable(column)) {
          fixed += result instanceof CellResult.Untouched ? 0 : 1;
          continue;
        }
        switch (result) {
          case CellResult.Value(var value) -> {
            filled.add(column);
            values.add(value);
          }
          case CellResult.Rejected(String text, var why) ->
              problems.add(RowProblem.of(RowOrigin.TYPED, column, text, why));
          case CellResult.Untouched untouched -> {}
        }
      }
      if (!latest.asList().equals(filled)) { // nearly all rows share one set
        latest = ColumnSet.of(filled);
      }
      RowValues after = RowValues.of(latest, values.toArray());
      wanted.add(RowChanges.of(row, after, RowOrigin.TYPED, problems));
    }

    /** What becomes of a cell; a series goes on with each, also with one that can't be written. */
    private CellResult result(Part part, ViewRow row) {
      return started.get(part.rectangle()).apply(row, part.column(), firstOf(part, row));
    }

    /** The first row of a rectangle; the very row where it is that one itself. */
    private ViewRow firstOf(Part part, ViewRow row) {
      ViewRow known = first[part.rectangle()];
      return known == null || known.key().equals(row.key()) ? row : known;
    }
  }
}
