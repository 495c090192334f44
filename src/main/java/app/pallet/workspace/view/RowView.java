package app.pallet.workspace.view;

import app.pallet.change.ChangeSet;
import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.engine.RowHandles;
import app.pallet.rows.RowSource;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The rows of the table, in their order: first the stored rows that the current search and sort
 * give, then the rows to be added. Pending changes are laid over them, so that searching, sorting
 * and scrolling never lose one. Search and filters consider what will be there after a commit.
 * Owner thread only. Only {@link #indexOf} takes longer for a larger catalogue.
 */
public final class RowView {

  private final RowSource rows;
  private final ChangeSet changes;
  private final AddedRows added;
  private int storedLeftOut;

  /** A view of stored rows with these changes laid over them. */
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
   * Number of rows with pending changes that the current search or filter does not show. The
   * listener hears of a new number a moment after a change.
   */
  public int pendingLeftOut() {
    return storedLeftOut + added.leftOut();
  }

  /** Takes the number of stored rows that are left out although something is pending for them. */
  void storedLeftOut(int count) {
    storedLeftOut = count;
  }

  /**
   * The mark of changes before the shown rows were read. If the database's is another one, somebody
   * has committed since.
   */
  public long mark() {
    return rows.mark();
  }

  /** Whether rows are still being looked for, so that there may be more than {@link #size}. */
  public boolean isCounting() {
    return rows.isCounting();
  }

  /** The handles of the rows that are in the database, in their order; for any thread. */
  public KeySnapshot storedKeys() {
    return rows.keys();
  }

  /** Prepares for searches in the background. To be called when one is about to come. */
  public void prepareSearch() {
    rows.prepareSearch();
  }

  /** Stops preparing for searches, because the user wants something else. */
  public void postponeSearch() {
    rows.postponeSearch();
  }

  /** The current order of the rows. */
  public RowOrder order() {
    return new ViewOrder(rows.keys(), rows.handles(), added.shown());
  }

  /** Which row stands at an index. */
  public RowKey keyAt(int index) {
    int stored = rows.size();
    return index < stored
        ? rows.handles().keyOf(rows.keys().idAt(index))
        : added.at(index - stored);
  }

  /** The row at an index. If it is not at hand, this call starts reading it and returns empty. */
  public Optional<ViewRow> rowAt(int index) {
    int stored = rows.size();
    return index < stored
        ? rows.row(index).map(this::overlay)
        : Optional.of(added(added.at(index - stored)));
  }

  /** The row with a key, if it is at hand; empty for a row that is no longer to be added. */
  public Optional<ViewRow> rowOf(RowKey key) {
    return switch (key) {
      case RowKey.Stored existing -> rows.cached(existing).map(this::overlay);
      case RowKey.New fresh -> changes.get(fresh).map(add -> added(fresh));
    };
  }

  /** The index of a row, if the current search shows it. Goes through the keys of all rows. */
  public OptionalInt indexOf(RowKey key) {
    return switch (key) {
      case RowKey.Stored stored -> indexOf(rows.handles().of(stored));
      case RowKey.New fresh -> {
        int index = added.indexOf(fresh);
        yield index < 0 ? OptionalInt.empty() : OptionalInt.of(rows.size() + index);
      }
    };
  }

  /** The rows of some blocks, to which the view can be limited. They take 8 bytes for each row. */
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

  /** The handles of the rows of some blocks that are in the database, block after block. */
  public LongStream storedIds(List<CellBlock> blocks) {
    KeySnapshot keys = rows.keys();
    return blocks.stream()
        .flatMapToLong(block ->
            IntStream.rangeClosed(block.firstRow(), Math.min(block.lastRow(), keys.size() - 1))
                .mapToLong(keys::idAt));
  }

  /** A row of the database with what is pending for it. */
  ViewRow overlay(Row row) {
    RowKey.Stored key = row.key();
    return new ViewRow(key, row, changes.get(key).orElse(null));
  }

  /** A row that is still to be added. */
  ViewRow added(RowKey.New key) {
    return new ViewRow(key, null, changes.get(key).orElse(null));
  }

  private OptionalInt indexOf(long handle) {
    int index = rows.keys().indexOf(handle);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /**
   * The order of a {@link RowView}: the rows of the database, then those to be added.
   *
   * @param stored costs no copy, however many there are
   * @param handles give the keys of stored rows
   * @param added copied
   */
  private record ViewOrder(KeySnapshot stored, RowHandles handles, List<RowKey.New> added)
      implements RowOrder {

    ViewOrder {
      added = List.copyOf(added);
    }

    @Override
    public int size() {
      return stored.size() + added.size();
    }

    @Override
    public RowKey keyAt(int index) {
      return index < stored.size()
          ? handles.keyOf(stored.idAt(index))
          : added.get(index - stored.size());
    }

    @Override
    public int[] indicesOf(List<RowKey> keys) {
      long[] ids =
          keys.stream()
              .filter(RowKey.Stored.class::isInstance)
              .mapToLong(key -> handles.of((RowKey.Stored) key))
              .toArray();
      int[] places = stored.indicesOf(ids);
      Map<RowKey, Integer> fresh = ids.length == keys.size() ? Map.of() : addedPlaces();
      int[] indices = new int[keys.size()];
      int next = 0;
      for (int i = 0; i < indices.length; i++) {
        indices[i] =
            switch (keys.get(i)) {
              case RowKey.Stored existing -> places[next++];
              case RowKey.New key -> fresh.getOrDefault(key, -1);
            };
      }
      return indices;
    }

    private Map<RowKey, Integer> addedPlaces() {
      Map<RowKey, Integer> places = HashMap.newHashMap(added.size());
      for (int i = 0; i < added.size(); i++) {
        places.put(added.get(i), stored.size() + i);
      }
      return places;
    }

    @Override
    public int sameStart(RowOrder other) {
      if (!(other
          instanceof ViewOrder(KeySnapshot theirs, RowHandles ofTheirs, List<RowKey.New> fresh))) {
        return 0;
      }
      int same = stored.sameStart(theirs);
      if (same < stored.size() || same < theirs.size()) {
        return same;
      }
      int both = Math.min(added.size(), fresh.size());
      int i = 0;
      while (i < both && added.get(i).equals(fresh.get(i))) {
        i++;
      }
      return same + i;
    }
  }
}
