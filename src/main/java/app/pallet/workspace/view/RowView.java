package app.pallet.workspace.view;

import app.pallet.change.ChangeSet;
import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.rows.RowSource;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The rows of the table, in order: those of the database that the current search and sort give,
 * then the rows to be added. Pending changes lie over them, so searching, sorting and scrolling
 * never lose one; search and filters look at what will be there once they are committed. Owner
 * thread only; nothing here costs time for the catalogue's size but {@link #indexOf}.
 */
public final class RowView {

  private final RowSource rows;
  private final ChangeSet changes;
  private final AddedRows added;
  private int storedLeftOut;

  public RowView(RowSource rows, ChangeSet changes) {
    this.rows = rows;
    this.changes = changes;
    this.added = new AddedRows(changes);
  }

  /** Number of rows. */
  public int size() {
    return rows.size() + added.count();
  }

  /** Number of rows that are in the database. */
  public int storedSize() {
    return rows.size();
  }

  /**
   * Number of rows with pending changes that are not shown, because of what is searched or filtered
   * for; told anew a moment after it has changed.
   */
  public int pendingLeftOut() {
    return storedLeftOut + added.leftOut();
  }

  /** Takes how many rows of the database are left out though something is pending for them. */
  void storedLeftOut(int count) {
    storedLeftOut = count;
  }

  /** Whether rows are still being looked for, so that there may be more than {@link #size}. */
  public boolean isCounting() {
    return rows.isCounting();
  }

  /** The ids of the rows that are in the database, in their order; for any thread. */
  public KeySnapshot storedKeys() {
    return rows.keys();
  }

  /** Gets ready for searches, in the background; for when one is about to come. */
  public void prepareSearch() {
    rows.prepareSearch();
  }

  /** Stops getting ready, because the user wants something else done now. */
  public void postponeSearch() {
    rows.postponeSearch();
  }

  /** Which row stands where, as it is now. */
  public RowOrder order() {
    return new ViewOrder(rows.keys(), added.shown());
  }

  /** Which row stands at an index. */
  public RowKey keyAt(int index) {
    int stored = rows.size();
    return index < stored ? new RowKey.Existing(rows.idAt(index)) : added.at(index - stored);
  }

  /** The row at an index; empty while it is being read, which this call starts. */
  public Optional<ViewRow> rowAt(int index) {
    int stored = rows.size();
    return index < stored
        ? rows.row(index).map(this::overlay)
        : Optional.of(added(added.at(index - stored)));
  }

  /** The row of a key, if it can be told without reading; none for one that is no longer added. */
  public Optional<ViewRow> rowOf(RowKey key) {
    return switch (key) {
      case RowKey.Existing existing -> rows.cached(existing.id()).map(this::overlay);
      case RowKey.New fresh -> changes.get(fresh).map(add -> added(fresh));
    };
  }

  /** Where a row stands, if the current search shows it. Looks through the keys of all rows. */
  public OptionalInt indexOf(RowKey key) {
    return switch (key) {
      case RowKey.Existing(long id) -> indexOf(id);
      case RowKey.New fresh -> {
        int index = added.indexOf(fresh);
        yield index < 0 ? OptionalInt.empty() : OptionalInt.of(rows.size() + index);
      }
    };
  }

  /** The rows of some blocks, to look at these only; 8 bytes a row however many there are. */
  public ViewScope.Picked picked(List<CellBlock> blocks) {
    KeySnapshot keys = rows.keys();
    Set<RowKey.New> fresh = new HashSet<>();
    for (CellBlock block : blocks) {
      for (int index = Math.max(block.firstRow(), keys.size()); index <= block.lastRow(); index++) {
        fresh.add(added.at(index - keys.size()));
      }
    }
    return new ViewScope.Picked(RowIds.of(storedIds(blocks)), fresh);
  }

  /** Which of the rows to be added are shown. */
  AddedRows addedRows() {
    return added;
  }

  /** The ids of the rows of some blocks that are in the database, block after block. */
  public LongStream storedIds(List<CellBlock> blocks) {
    KeySnapshot keys = rows.keys();
    return blocks.stream()
        .flatMapToLong(block ->
            IntStream.rangeClosed(block.firstRow(), Math.min(block.lastRow(), keys.size() - 1))
                .mapToLong(keys::idAt));
  }

  /** A row of the database with what is pending for it. */
  ViewRow overlay(Row row) {
    RowKey.Existing key = row.key();
    return new ViewRow(key, row, changes.get(key).orElse(null));
  }

  /** A row that is yet to be added. */
  ViewRow added(RowKey.New key) {
    return new ViewRow(key, null, changes.get(key).orElse(null));
  }

  private OptionalInt indexOf(long id) {
    int index = rows.keys().indexOf(id);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
