package app.pallet.workspace.pending;

import app.pallet.change.ChangeSet;
import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowValues;
import app.pallet.operation.CellResult;
import app.pallet.operation.FillDown;
import app.pallet.operation.Operation;
import app.pallet.operation.SetTo;
import app.pallet.operation.typed.TypedText;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.table.PendingParent;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.pending.CellOperation.LeftOut;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.Reading;
import app.pallet.workspace.turns.WorkspaceListener;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.RowSelection.Band;
import app.pallet.workspace.view.RowView;
import app.pallet.workspace.view.ViewRow;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the user does to cells and rows of the table. Each call is one step of undo and touches only
 * pending changes; it is worked out in the background where it is about more than a few rows. Owner
 * thread.
 */
public final class TableEdits {

  private final TableSchema schema;
  private final ChangeSet changes;
  private final RowView view;
  private final RowReader reader;
  private final Proposals proposals;
  private final EditQueue queue;
  private final ReferenceTexts texts;
  private final WorkspaceListener listener;
  private final TypedText typed;

  /**
   * The edits of a workspace.
   *
   * @param texts how typed texts are read
   * @param listener is told which cells or rows an action left out
   */
  public TableEdits(
      ChangeSet changes,
      RowView view,
      RowReader reader,
      Proposals proposals,
      EditQueue queue,
      ReferenceTexts texts,
      WorkspaceListener listener) {
    this.schema = reader.schema();
    this.changes = changes;
    this.view = view;
    this.reader = reader;
    this.proposals = proposals;
    this.queue = queue;
    this.texts = texts;
    this.listener = listener;
    this.typed =
        new TypedText(texts.format(), Clock.system(ZoneId.systemDefault()), schema::called);
  }

  /**
   * Puts a typed text into a cell, or what it means for what the cell holds. A text that can't be
   * taken stays there as a problem.
   */
  public void setCell(RowKey key, Column column, String text) {
    String label = "Edit " + column.label();
    RowSelection cell = RowSelection.ofCell(key, column);
    queue.step(label, turn -> type(turn, label, cell, text));
  }

  /**
   * What a typed text would make of a cell.
   *
   * @return empty if the text stands for itself
   */
  public Optional<CellResult> meant(ViewRow row, Column column, String text) {
    return texts.parent(column).isPresent()
        ? Optional.empty()
        : typed.meant(column, text).map(operation -> operation.apply(row, column, row));
  }

  private void type(Reading turn, String label, RowSelection cells, String text) {
    Set<Column> columns = columns(cells.rectangles());
    if (columns.stream().allMatch(column -> texts.parent(column).isEmpty())) {
      change(turn, label, cells, typed.in(columns, text), left -> left);
    } else {
      fill(turn, label, cells, text);
    }
  }

  /** Lets a cell refer to a row of another table that is added with it. */
  public void setParent(RowKey key, Column column, PendingParent.OtherRow parent) {
    setCells(key, Map.of(column, parent));
  }

  /** Puts values into several cells of a row, as one step. */
  public void setCells(RowKey key, Map<Column, ? extends Object> values) {
    List<Column> columns = List.copyOf(values.keySet());
    String label = "Edit " + columns.stream().map(Column::label).collect(Collectors.joining(", "));
    RowSelection cells = new RowSelection(index -> key, List.of(new CellBlock(0, 0, columns)));
    SetTo operation = SetTo.of("", columns, column -> new CellReading.Value(values.get(column)));
    queue.step(label, turn -> change(turn, label, cells, operation, left -> left));
  }

  /** Puts a text into cells; what it means where it refers to other rows is looked up before. */
  private void set(
      Reading turn, String label, RowSelection cells, String text, UnaryOperator<LeftOut> told) {
    Set<Column> columns = columns(cells.rectangles());
    if (columns.stream().allMatch(column -> texts.parent(column).isEmpty())) {
      change(turn, label, cells, SetTo.of(text, columns, texts.format()), told);
    } else {
      texts.look();
      turn.read(
          label,
          monitor -> SetTo.of(text, columns, column -> texts.read(column, text)),
          operation -> change(turn, label, cells, operation, told));
    }
  }

  /** Puts the same typed text into every cell, or what it means for what each of them holds. */
  public void fill(List<CellBlock> blocks, String text) {
    RowSelection cells = selected(blocks);
    queue.step("Fill cells", turn -> type(turn, "Fill cells", cells, text));
  }

  /** Puts a text into cells just as it is, of the rows as they stood when the user chose them. */
  public void fill(Reading turn, String label, RowSelection cells, String text) {
    set(turn, label, cells, text, left -> left);
  }

  /**
   * Changes one value of a column into another in all the rows that have it, as one step.
   *
   * @param from null for empty cells
   * @param text what they get, as it is typed
   * @param query the rows among which it is looked for, whatever is asked of the column itself
   * @param done gets the number of rows that had the value, on the owner thread
   */
  public void changeValue(
      Column column, @Nullable Object from, String text, RowQuery query, Consumer<Integer> done) {
    String label = "Change " + column.label();
    RowOrder order = view.order();
    queue.step(
        label,
        turn ->
            turn.read(
                label,
                monitor -> SetTo.of(text, Set.of(column), c -> texts.read(c, text)),
                operation ->
                    proposals.proposeInBackground(
                        turn,
                        label,
                        new ValueChange(column, from, query, order, reader, operation),
                        changed -> {
                          tell(label, changed.leftOut());
                          done.accept(changed.rows());
                        })));
  }

  /** Empties every cell. */
  public void clear(List<CellBlock> blocks) {
    RowSelection cells = selected(blocks);
    Operation operation = SetTo.of("", columns(blocks), texts.format());
    queue.step(
        "Clear cells", turn -> change(turn, "Clear cells", cells, operation, LeftOut::ofRows));
  }

  /**
   * Repeats the first row of each block down to its last one. If blocks overlap, the last block
   * that has a cell fills it. Each block takes what its first row holds now.
   */
  public void fillDown(List<CellBlock> blocks) {
    RowSelection cells = selected(blocks);
    Operation operation = new FillDown(columns(blocks), texts.format());
    queue.step("Fill down", turn -> change(turn, "Fill down", cells, operation, LeftOut::ofRows));
  }

  /**
   * Lets cells go on in others beside them. If blocks overlap, the last block that has a cell fills
   * it.
   *
   * @param label the user's action, as the undo menu names it
   * @param fills several only if none of them goes up
   */
  public void fill(String label, List<Fill> fills) {
    CellFill fill = new CellFill(label, view.order(), fills, texts.format());
    queue.step(
        label,
        turn ->
            proposals.propose(
                turn, label, fill.cells(), fill, leftOut -> tell(label, leftOut.ofRows())));
  }

  private void change(
      Reading turn,
      String label,
      RowSelection cells,
      Operation operation,
      UnaryOperator<LeftOut> told) {
    proposals.propose(
        turn,
        label,
        cells,
        new CellOperation(label, cells, operation),
        leftOut -> tell(label, told.apply(leftOut)));
  }

  /** Says which rows an action did not reach, so that nobody takes them for changed. */
  private void tell(String label, LeftOut leftOut) {
    if (!leftOut.phrase().isEmpty()) {
      listener.told(label + ": left out " + leftOut.phrase());
    }
  }

  /**
   * Adds an empty row at the end, with the columns' default values.
   *
   * @param done gets the new row's key on the owner thread, when it is there
   */
  public void addRow(Consumer<RowKey.New> done) {
    queue.step(
        "Add row",
        turn -> proposals.propose(turn, "Add row", 1, (basis, monitor) -> newRow(basis), done));
  }

  private Proposal<RowKey.New> newRow(Basis basis) {
    RowKey.New key = changes.nextKey();
    RowValues values = RowChanges.defaults(schema);
    RowChange add = new RowChange.Add(key, values, RowOrigin.TYPED, List.of());
    return new Proposal<>(basis.pending().merged("Add row", List.of(add), Map.of()), key);
  }

  /**
   * Adds a copy of each row at the end. A value that must be unique is marked as a copy or left
   * empty.
   *
   * @param done gets the first copy's key on the owner thread, when all are there
   */
  public void duplicate(List<CellBlock> blocks, Consumer<RowKey> done) {
    RowSelection selection = selected(blocks);
    queue.step(
        "Duplicate rows",
        turn ->
            proposals.proposeInBackground(
                turn,
                "Duplicate rows",
                (basis, monitor) -> copies(selection, basis, monitor),
                first -> first.ifPresent(done)));
  }

  private Proposal<Optional<RowKey>> copies(
      RowSelection selection, Basis basis, WorkMonitor monitor) {
    List<ViewRow> rows = new ArrayList<>();
    monitor.begin("Duplicate rows", selection.rowCount());
    basis.forEach(
        selection, selection.bands(), schema.columns(), monitor, (band, row) -> rows.add(row));
    CopyNames names = new CopyNames(schema.match(), basis.pending());
    List<String> found = names.next(rows.stream().map(this::nameOf).toList(), reader);
    List<RowChange> copies = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      copies.add(copyOf(rows.get(i), found.get(i)));
    }
    return new Proposal<>(
        basis.pending().merged("Duplicate rows", copies, Map.of()),
        copies.stream().map(RowChange::key).findFirst());
  }

  /** The key of a row, if it is a text. Only the copy of such a row gets a name. */
  private String nameOf(ViewRow row) {
    return row.value(schema.match()) instanceof String text ? text : "";
  }

  private RowChange copyOf(ViewRow row, String name) {
    List<Column> columns = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (Column column : schema.dataColumns()) {
      Object value = row.value(column);
      if (column.name().equals(schema.matchColumn()) && value instanceof String) {
        if (!name.isEmpty()) {
          columns.add(column);
          values.add(name);
        }
      } else if (value != null && !(value instanceof UnreadableValue) && !column.rules().unique()) {
        columns.add(column);
        values.add(value);
      }
    }
    RowValues copy = RowValues.of(ColumnSet.of(columns), values.toArray());
    return new RowChange.Add(changes.nextKey(), copy, RowOrigin.TYPED, List.of());
  }

  /** Marks rows to be deleted. Rows that are still to be added are removed. */
  public void delete(List<CellBlock> blocks) {
    RowSelection selection = selected(blocks);
    queue.step(
        "Delete rows",
        turn ->
            proposals.propose(
                turn,
                "Delete rows",
                selection,
                (basis, monitor) -> deletions(selection, basis, monitor),
                left -> tell("Delete rows", left)));
  }

  private Proposal<LeftOut> deletions(RowSelection selection, Basis basis, WorkMonitor monitor) {
    List<RowChange> deletions = new ArrayList<>();
    List<RowKey> dropped = new ArrayList<>();
    List<RowKey> keyless = new ArrayList<>();
    monitor.begin("Delete rows", selection.rowCount());
    basis.forEach(
        selection,
        selection.bands(),
        schema.columns(),
        monitor,
        (band, row) -> {
          if (row.stored() == null) {
            dropped.add(row.key());
          } else if (row.key() instanceof RowKey.Unkeyed) {
            keyless.add(row.key());
          } else {
            deletions.add(RowChanges.deletion(row));
          }
        });
    return new Proposal<>(
        basis.pending().merged("Delete rows", deletions, dropped),
        LeftOut.ofKeyless(keyless.size()));
  }

  /** Takes back what is pending for the cells. A row to be deleted is restored as a whole. */
  public void revert(List<CellBlock> blocks) {
    RowSelection cells = selected(blocks);
    queue.step(
        "Revert cells",
        turn ->
            proposals.propose(
                turn,
                "Revert cells",
                cells.rowCount(),
                (basis, monitor) -> reverted(cells, basis, monitor),
                rows -> {}));
  }

  private static Proposal<Integer> reverted(RowSelection cells, Basis basis, WorkMonitor monitor) {
    Map<RowKey, List<Column>> pending = new LinkedHashMap<>();
    monitor.begin("Revert cells", cells.rowCount());
    for (Band band : cells.bands()) {
      List<Column> columns = band.columns();
      for (int index = band.firstRow(); index <= band.lastRow(); index++) {
        RowKey key = basis.names().apply(cells.rows().apply(index));
        if (basis.pending().get(key).isPresent()) {
          pending.put(key, columns);
        }
        monitor.step(1);
      }
    }
    return new Proposal<>(basis.pending().reverted("Revert cells", pending), pending.size());
  }

  /**
   * Takes back everything that is pending for a row.
   *
   * @param dropped gets what was pending, on the owner thread
   */
  public void revertRow(RowKey key, Consumer<List<RowChange>> dropped) {
    drop(
        "Revert row",
        () -> 1,
        basis -> basis.pending().get(basis.names().apply(key)).stream().toList(),
        dropped);
  }

  /**
   * Takes back everything that is pending.
   *
   * @param dropped gets what was pending, on the owner thread
   */
  public void revertAll(Consumer<List<RowChange>> dropped) {
    drop(
        "Revert all",
        () -> changes.counts().total(),
        basis -> List.copyOf(basis.pending().changes()),
        dropped);
  }

  private void drop(
      String label,
      IntSupplier rows,
      Function<Basis, List<RowChange>> wanted,
      Consumer<List<RowChange>> dropped) {
    queue.step(
        label,
        turn ->
            proposals.propose(
                turn,
                label,
                rows.getAsInt(),
                (basis, monitor) -> {
                  List<RowChange> gone = wanted.apply(basis);
                  List<RowKey> keys = gone.stream().map(RowChange::key).toList();
                  return new Proposal<>(basis.pending().replaced(label, List.of(), keys), gone);
                },
                dropped));
  }

  /** Makes pending again what was taken back. Newer changes of a row stay. */
  public void bringBack(List<RowChange> dropped) {
    queue.step(
        "Bring back",
        turn ->
            proposals.propose(
                turn,
                "Bring back",
                dropped.size(),
                (basis, monitor) -> {
                  List<RowChange> back =
                      dropped.stream()
                          .filter(change -> basis.pending().get(change.key()).isEmpty())
                          .toList();
                  return new Proposal<>(
                      basis.pending().replaced("Bring back", back, List.of()), back.size());
                },
                rows -> {}));
  }

  /**
   * Gives the cells for the clipboard, row under row.
   *
   * @param headings whether the columns' headings stand above
   * @param done gets them on the owner thread, once rows that were not at hand have been read
   */
  public void copy(List<CellBlock> blocks, boolean headings, Consumer<CopiedCells> done) {
    RowSelection cells = selected(blocks);
    queue.look(turn ->
        proposals.look(
            turn,
            "Copy",
            cells,
            (basis, monitor) -> copied(cells, headings, basis, monitor),
            done));
  }

  private CopiedCells copied(
      RowSelection cells, boolean headings, Basis basis, WorkMonitor monitor) {
    CopiedCells.Builder copied = new CopiedCells.Builder(texts.format().numbers());
    if (headings) {
      copied.addHeadings(cells.bands().getFirst().columns());
    }
    monitor.begin("Copy", cells.rowCount());
    basis.forEach(
        cells,
        cells.bands(),
        columns(cells.rectangles()),
        monitor,
        (band, row) -> copied.add(row, band.columns()));
    return copied.build();
  }

  private RowSelection selected(List<CellBlock> blocks) {
    RowOrder order = view.order();
    return new RowSelection(order::keyAt, blocks);
  }

  private static Set<Column> columns(List<CellBlock> blocks) {
    Set<Column> columns = new LinkedHashSet<>();
    blocks.forEach(block -> columns.addAll(block.columns()));
    return columns;
  }
}
