package app.pallet.workspace;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the user does to cells and rows of the table. Each call is one step of undo and touches only
 * pending changes. Owner thread; rows that are not at hand are read in the background first.
 */
public final class TableEdits {

  private final TableSchema schema;
  private final ChangeSet changes;
  private final RowView view;
  private final RowFetch rows;
  private final RowReader reader;
  private final BackgroundTasks tasks;
  private final CellFormat format;

  TableEdits(
      TableSchema schema,
      ChangeSet changes,
      WorkspaceRows rows,
      BackgroundTasks tasks,
      CellFormat format) {
    this.schema = schema;
    this.changes = changes;
    this.view = rows.view();
    this.rows = rows.fetch();
    this.reader = rows.reader();
    this.tasks = tasks;
    this.format = format;
  }

  /** Puts a typed text into a cell. A text that can't be taken stays there as a problem. */
  public void setCell(RowKey key, Column column, String text) {
    Map<RowKey, List<Column>> cell = Map.of(key, List.of(column));
    change("Edit " + column.label(), cell, (row, c) -> text);
  }

  /** Puts the same text into every cell. */
  public void fill(List<CellBlock> blocks, String text) {
    change("Fill cells", cells(blocks), (row, column) -> text);
  }

  /** Empties every cell. */
  public void clear(List<CellBlock> blocks) {
    change("Clear cells", cells(blocks), (row, column) -> "");
  }

  /**
   * Repeats the first row of each block down to its last one. Where blocks overlap, the last one
   * that has a cell fills it; each takes what its first row holds now.
   */
  public void fillDown(List<CellBlock> blocks) {
    Map<RowKey, List<FilledBlock>> fillings = new HashMap<>();
    for (CellBlock block : blocks) {
      FilledBlock filled = new FilledBlock(block.columns(), view.keyAt(block.firstRow()));
      keys(block)
          .forEach(key -> fillings.computeIfAbsent(key, k -> new ArrayList<>(1)).addFirst(filled));
    }
    Map<RowKey, List<Column>> cells = cells(blocks);
    rows.fetch(
        "Fill down",
        List.copyOf(cells.keySet()),
        fetched -> {
          Map<RowKey, ViewRow> byKey = new HashMap<>();
          fetched.forEach(row -> byKey.put(row.key(), row));
          record(
              "Fill down",
              fetched,
              cells,
              (row, column) -> {
                RowKey source = source(fillings.getOrDefault(row.key(), List.of()), column);
                return byKey.getOrDefault(source, row).text(column);
              });
        });
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

  /** Adds an empty row at the end, with the columns' default values. */
  public RowKey.New addRow() {
    RowKey.New key = changes.nextKey();
    RowValues values = RowChanges.defaults(schema);
    changes.record("Add row", List.of(new RowChange.Add(key, values, RowOrigin.TYPED, List.of())));
    return key;
  }

  /** Adds a copy of each row at the end; what must be unique is marked as a copy or left empty. */
  public void duplicate(List<CellBlock> blocks) {
    rows.fetch(
        "Duplicate rows",
        keys(blocks),
        fetched -> {
          CopyNames names = new CopyNames(schema.match(), changes);
          List<String> originals = fetched.stream().map(this::nameOf).toList();
          tasks.read(
              "Duplicate rows",
              monitor -> names.next(originals, reader),
              copies -> recordCopies(fetched, copies));
        });
  }

  private void recordCopies(List<ViewRow> originals, List<String> names) {
    List<RowChange> copies = new ArrayList<>(originals.size());
    for (int i = 0; i < originals.size(); i++) {
      copies.add(copyOf(originals.get(i), names.get(i)));
    }
    changes.record("Duplicate rows", copies);
  }

  /** What a row is known by as far as that is a text; only such a row's copy gets a name. */
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

  /** Marks rows to be deleted; rows that are yet to be added just go. */
  public void delete(List<CellBlock> blocks) {
    rows.fetch(
        "Delete rows",
        keys(blocks),
        fetched -> {
          List<RowChange> deletions = new ArrayList<>();
          List<RowKey> dropped = new ArrayList<>();
          for (ViewRow row : fetched) {
            if (row.stored() == null) {
              dropped.add(row.key());
            } else {
              deletions.add(RowChanges.deletion(row));
            }
          }
          changes.record("Delete rows", deletions, dropped);
        });
  }

  /** Takes back what is pending for the cells; a deleted row is restored whole. */
  public void revert(List<CellBlock> blocks) {
    Map<RowKey, Set<Column>> cells = new LinkedHashMap<>();
    for (CellBlock block : blocks) {
      for (RowKey key : view.keys(block.firstRow(), block.lastRow())) {
        if (changes.get(key).isPresent()) {
          cells.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(block.columns());
        }
      }
    }
    changes.revertCells("Revert cells", cells);
  }

  /** Takes back everything that is pending for the rows. */
  public void revertRows(List<CellBlock> blocks) {
    changes.revert(
        "Revert rows", keys(blocks).stream().filter(k -> changes.get(k).isPresent()).toList());
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
    rows.fetch(
        "Copy",
        List.copyOf(cells.keySet()),
        fetched -> {
          CopiedCells.Builder copied = new CopiedCells.Builder(format.numbers());
          fetched.forEach(row -> copied.add(row, cells.getOrDefault(row.key(), List.of())));
          done.accept(copied.build());
        });
  }

  private void change(String label, Map<RowKey, List<Column>> cells, WantedText text) {
    rows.fetch(label, List.copyOf(cells.keySet()), fetched -> record(label, fetched, cells, text));
  }

  private void record(
      String label, List<ViewRow> fetched, Map<RowKey, List<Column>> cells, WantedText text) {
    List<RowChange> wanted = new ArrayList<>(fetched.size());
    for (ViewRow row : fetched) {
      List<Column> columns = cells.getOrDefault(row.key(), List.of());
      List<String> texts = columns.stream().map(column -> text.of(row, column)).toList();
      wanted.add(RowChanges.ofTexts(row, columns, texts, format, RowOrigin.TYPED));
    }
    changes.record(label, wanted);
  }

  /** The cells of the blocks that may be changed. */
  private Map<RowKey, List<Column>> cells(List<CellBlock> blocks) {
    Map<RowKey, List<Column>> cells = new LinkedHashMap<>();
    for (CellBlock block : blocks) {
      List<Column> columns = block.columns().stream().filter(c -> !c.isReadOnly()).toList();
      if (!columns.isEmpty()) {
        keys(block).forEach(key -> cells.merge(key, columns, TableEdits::joined));
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

  /** The text a cell shall get. */
  @FunctionalInterface
  private interface WantedText {
    String of(ViewRow row, Column column);
  }
}
