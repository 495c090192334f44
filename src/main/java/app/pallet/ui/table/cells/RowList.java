package app.pallet.ui.table.cells;

import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The table's items: rows made when they are looked at. Size, index and containment cost nothing,
 * and a change costs the same whatever its length.
 */
public final class RowList extends ObservableListBase<GridRow> implements GridModel.Listener {

  /** Rows kept so that the cells of a row ask the model once, not once each. A power of two. */
  private static final int KEPT = 512;

  private final GridModel model;
  private final @Nullable GridRow[] kept = new @Nullable GridRow[KEPT];
  private int size;
  private int revision;
  private Runnable missing = () -> {};

  /** The rows of a model, which tells this list of its changes. */
  public RowList(GridModel model) {
    this.model = model;
    this.size = model.rowCount();
  }

  /** Sets who is told that a row is still being fetched, each time that it is looked at. */
  public void setOnMissing(Runnable told) {
    missing = told;
  }

  /** Where the rows come from. */
  public GridModel model() {
    return model;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public GridRow get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    int slot = index & (KEPT - 1);
    GridRow row = kept[slot];
    if (row == null || row.index() != index || row.revision() != revision) {
      row = new GridRow(index, revision, model.rowAt(index).orElse(null));
      if (row.content().isEmpty()) {
        missing.run();
      }
      // A missing row is asked for again each time: the model may have put the wish off.
      kept[slot] = row.content().isPresent() ? row : null;
    }
    return row;
  }

  @Override
  public int indexOf(@Nullable Object item) {
    return item instanceof GridRow row && row.index() < size ? row.index() : -1;
  }

  @Override
  public int lastIndexOf(@Nullable Object item) {
    return indexOf(item);
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return indexOf(item) >= 0;
  }

  @Override
  public void keysChanged() {
    int before = size;
    size = model.rowCount();
    revision++;
    if (size > before) {
      fireChange(SpanChange.grown(this, before));
    } else if (size < before) {
      fireChange(SpanChange.shrunk(this, before, new GridRow(size, revision, null)));
    } else {
      fireChange(SpanChange.updated(this, 0, size));
    }
  }

  @Override
  public void rowsChanged(int from, int to) {
    revision++;
    fireChange(SpanChange.updated(this, Math.min(from, size), Math.min(to, size)));
  }
}
