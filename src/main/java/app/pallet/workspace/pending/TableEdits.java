package app.pallet.workspace.pending;

import app.pallet.change.ChangeSet;
import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowValues;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.Reading;
import app.pallet.workspace.turns.WorkspaceListener;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowFetch;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.RowView;
import app.pallet.workspace.view.ViewRow;
import app.pallet.workspace.view.WorkspaceRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the user does to cells and rows of the table. Each call is one step of undo, and affects
 * only pending changes. Owner thread. Rows that are not at hand are read in the background first.
 */
public final class TableEdits {

  private final TableSchema schema;
  private final ChangeSet changes;
  private final RowView view;
  private final RowFetch rows;
  private final RowReader reader;
  private final EditQueue queue;
  private final CellFormat format;
  private final WorkspaceListener listener;

  /**
   * The edits of a workspace.
   *
   * @param format how typed numbers and dates are read
   * @param listener is told which cells or rows an action left out
   */
  public TableEdits(
      TableSchema schema,
      ChangeSet changes,
      WorkspaceRows rows,
      EditQueue queue,
      CellFormat format,
      WorkspaceListener listener) {
    this.schema = schema;
    this.changes = changes;
    this.view = rows.view();
    this.rows = rows.fetch();
    this.reader = rows.reader();
    this.queue = queue;
    this.format = format;
    this.listener = listener;
  }

  /** Puts a typed text into a cell. A text that can't be taken stays there as a problem. */
  public void setCell(RowKey key, Column column, String text) {
    Map<RowKey, List<Column>> cell = Map.of(key, List.of(column));
    change("Edit " + column.label(), cell, (asked, row, c) -> text);
  }

  /** Puts the same text into every cell. */
  public void fill(List<CellBlock> blocks, String text) {
    RowOrder order = view.order();
    queue.step("Fill cells", turn -> fill(turn, "Fill cells", order, blocks, text));
  }

  /** The same within a turn, for blocks of the rows in the order in which the user saw them. */
  public void fill(
      Reading turn, String label, RowOrder order, List<CellBlock> blocks, String text) {
    change(turn, label, cells(blocks, order::keyAt), (key, row, column) -> text);
    long readOnly = blocks.stream().mapToLong(TableEdits::readOnlyCells).sum();
    if (readOnly > 0) {
      listener.told(
          label
              + ": left out "
              + counted(readOnly, "cell that can't", "cells that can't")
              + " be changed");
    }
  }

  private static long readOnlyCells(CellBlock block) {
    return block.rowCount() * block.columns().stream().filter(Column::isReadOnly).count();
  }

  /** Empties every cell. */
  public void clear(List<CellBlock> blocks) {
    change("Clear cells", cells(blocks), (key, row, column) -> "");
  }

  /**
   * Repeats the first row of each block down to its last one. If blocks overlap, the last block
   * that has a cell fills it. Each block takes what its first row holds now.
   */
  public void fillDown(List<CellBlock> blocks) {
    Map<RowKey, List<FilledBlock>> fillings = new HashMap<>();
    for (CellBlock block : blocks) {
      FilledBlock filled = new FilledBlock(block.columns(), view.keyAt(block.firstRow()));
      keys(block)
          .forEach(key -> fillings.computeIfAbsent(key, k -> new ArrayList<>(1)).addFirst(filled));
    }
    Map<RowKey, List<Column>> cells = cells(blocks);
    queue.step(
        "Fill down",
        turn ->
            rows.fetch(
                turn,
                "Fill down",
                cells.keySet(),
                fetched ->
                    record(
                        "Fill down",
                        fetched,
                        cells,
                        (key, row, column) -> {
                          RowKey source = source(fillings.getOrDefault(key, List.of()), column);
                          return fetched.getOrDefault(source, row).text(column);
                        })));
  }

  /** A block that its first row fills. */
  private record FilledBlock(List<Column> columns, RowKey source) {}

  private static @Nullable RowKey source(List<FilledBlock> fillings, Column column) {
    for (FilledBlock filled : fillings) {
      if (filled.columns().contains(column)) {
        return filled.source();
      }
    }
    return null;
  }

  /**
   * Adds an empty row at the end, with the columns' default values.
   *
   * @param done gets the new row's key on the owner thread, when it is there
   */
  public void addRow(Consumer<RowKey.New> done) {
    queue.step(
        "Add row",
        turn -> {
          RowKey.New key = changes.nextKey();
          RowValues values = RowChanges.defaults(schema);
          changes.record(
              "Add row", List.of(new RowChange.Add(key, values, RowOrigin.TYPED, List.of())));
          done.accept(key);
        });
  }

  /**
   * Adds a copy of each row at the end. A value that must be unique is marked as a copy or left
   * empty.
   *
   * @param done gets the first copy's key on the owner thread, when all are there
   */
  public void duplicate(List<CellBlock> blocks, Consumer<RowKey> done) {
    List<RowKey> keys = keys(blocks);
    queue.step("Duplicate rows", turn -> duplicate(turn, keys, done));
  }

  private void duplicate(Reading turn, List<RowKey> keys, Consumer<RowKey> done) {
    rows.fetch(
        turn,
        "Duplicate rows",
        keys,
        fetched -> {
          List<ViewRow> rows = List.copyOf(fetched.values());
          CopyNames names = new CopyNames(schema.match(), changes);
          List<String> originals = rows.stream().map(this::nameOf).toList();
          turn.read(
              "Duplicate rows",
              monitor -> names.next(originals, reader),
              copies -> recordCopies(rows, copies).ifPresent(done));
        });
  }

  private Optional<RowKey> recordCopies(List<ViewRow> originals, List<String> names) {
    List<RowChange> copies = new ArrayList<>(originals.size());
    for (int i = 0; i < originals.size(); i++) {
      copies.add(copyOf(originals.get(i), names.get(i)));
    }
    changes.record("Duplicate rows", copies);
    return copies.stream().map(RowChange::key).findFirst();
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
    List<RowKey> keys = keys(blocks);
    queue.step(
        "Delete rows",
        turn ->
            rows.fetch(
                turn,
                "Delete rows",
                keys,
                fetched -> {
                  List<RowChange> deletions = new ArrayList<>();
                  List<RowKey> dropped = new ArrayList<>();
                  for (ViewRow row : fetched.values()) {
                    if (row.stored() == null) {
                      dropped.add(row.key());
                    } else {
                      deletions.add(RowChanges.deletion(row));
                    }
                  }
                  changes.record("Delete rows", deletions, dropped);
                }));
  }

  /** Takes back what is pending for the cells. A row to be deleted is restored as a whole. */
  public void revert(List<CellBlock> blocks) {
    Map<RowKey, Set<Column>> cells = new LinkedHashMap<>();
    for (CellBlock block : blocks) {
      for (RowKey key : keys(block)) {
        cells.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(block.columns());
      }
    }
    queue.step(
        "Revert cells",
        turn -> {
          Map<RowKey, Set<Column>> pending = LinkedHashMap.newLinkedHashMap(cells.size());
          cells.forEach((key, columns) -> pending.put(queue.now(key), columns));
          changes.revertCells("Revert cells", pending);
        });
  }

  /**
   * Takes back everything that is pending for a row.
   *
   * @param dropped gets what was pending, on the owner thread
   */
  public void revertRow(RowKey key, Consumer<List<RowChange>> dropped) {
    queue.step(
        "Revert row",
        turn -> {
          List<RowChange> pending = changes.get(queue.now(key)).stream().toList();
          changes.revert("Revert row", List.of(queue.now(key)));
          dropped.accept(pending);
        });
  }

  /**
   * Takes back everything that is pending.
   *
   * @param dropped gets what was pending, on the owner thread
   */
  public void revertAll(Consumer<List<RowChange>> dropped) {
    queue.step(
        "Revert all",
        turn -> {
          List<RowChange> pending = List.copyOf(changes.changes());
          changes.revertAll("Revert all");
          dropped.accept(pending);
        });
  }

  /** Makes pending again what was taken back. Newer changes of a row stay. */
  public void bringBack(List<RowChange> dropped) {
    queue.step(
        "Bring back",
        turn ->
            changes.replace(
                "Bring back",
                dropped.stream().filter(change -> changes.get(change.key()).isEmpty()).toList(),
                List.of()));
  }

  /**
   * Gives the cells for the clipboard, block under block.
   *
   * @param done gets them on the owner thread, once rows that were not at hand have been read
   */
  public void copy(List<CellBlock> blocks, Consumer<CopiedCells> done) {
    Map<RowKey, List<Column>> cells = new LinkedHashMap<>();
    blocks.forEach(
        block -> keys(block).forEach(key -> cells.merge(key, block.columns(), TableEdits::joined)));
    queue.look(turn ->
        rows.fetch(
            turn,
            "Copy",
            cells.keySet(),
            fetched -> {
              CopiedCells.Builder copied = new CopiedCells.Builder(format.numbers());
              fetched.forEach((key, row) -> copied.add(row, cells.getOrDefault(key, List.of())));
              done.accept(copied.build());
            }));
  }

  private void change(String label, Map<RowKey, List<Column>> cells, WantedText text) {
    queue.step(label, turn -> change(turn, label, cells, text));
  }

  private void change(
      Reading turn, String label, Map<RowKey, List<Column>> cells, WantedText text) {
    rows.fetch(turn, label, cells.keySet(), fetched -> record(label, fetched, cells, text));
  }

  private void record(
      String label,
      Map<RowKey, ViewRow> fetched,
      Map<RowKey, List<Column>> cells,
      WantedText text) {
    List<RowChange> wanted = new ArrayList<>(fetched.size());
    int deleted = 0;
    for (Map.Entry<RowKey, ViewRow> entry : fetched.entrySet()) {
      ViewRow row = entry.getValue();
      if (row.state() == RowState.DELETED) {
        deleted++;
        continue;
      }
      List<Column> columns = cells.getOrDefault(entry.getKey(), List.of());
      List<String> texts =
          columns.stream().map(column -> text.of(entry.getKey(), row, column)).toList();
      wanted.add(RowChanges.ofTexts(row, columns, texts, format, RowOrigin.TYPED));
    }
    changes.record(label, wanted);
    tellLeftOut(label, deleted, cells.size() - fetched.size());
  }

  /** Says which rows an action did not reach, so that nobody believes that they were changed. */
  private void tellLeftOut(String label, int deleted, int gone) {
    List<String> parts = new ArrayList<>();
    if (deleted > 0) {
      parts.add(counted(deleted, "row that is", "rows that are") + " to be deleted");
    }
    if (gone > 0) {
      parts.add(counted(gone, "row that is", "rows that are") + " no longer there");
    }
    if (!parts.isEmpty()) {
      listener.told(label + ": left out " + String.join(" and ", parts));
    }
  }

  private static String counted(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  /** The cells of the blocks that may be changed. */
  private Map<RowKey, List<Column>> cells(List<CellBlock> blocks) {
    return cells(blocks, view::keyAt);
  }

  private static Map<RowKey, List<Column>> cells(
      List<CellBlock> blocks, IntFunction<RowKey> keyAt) {
    Map<RowKey, List<Column>> cells = new LinkedHashMap<>();
    for (CellBlock block : blocks) {
      List<Column> columns = block.columns().stream().filter(c -> !c.isReadOnly()).toList();
      if (!columns.isEmpty()) {
        for (int row = block.firstRow(); row <= block.lastRow(); row++) {
          cells.merge(keyAt.apply(row), columns, TableEdits::joined);
        }
      }
    }
    return cells;
  }

  private static List<Column> joined(List<Column> some, List<Column> others) {
    Set<Column> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  private List<RowKey> keys(CellBlock block) {
    return view.keys(block.firstRow(), block.lastRow());
  }

  private List<RowKey> keys(List<CellBlock> blocks) {
    return blocks.stream().flatMap(block -> keys(block).stream()).toList();
  }

  /** The new text of a cell. */
  @FunctionalInterface
  private interface WantedText {
    String of(RowKey key, ViewRow row, Column column);
  }
}
