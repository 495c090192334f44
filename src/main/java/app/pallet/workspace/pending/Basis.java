package app.pallet.workspace.pending;

import app.pallet.change.FoundRows;
import app.pallet.change.PendingSnapshot;
import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.RowSelection.Band;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal is worked out from: what is pending at one moment, and the rows below it.
 *
 * @param pending what is pending
 * @param names gives the key that a row goes by now; another one if a commit has added it meanwhile
 * @param stored gets rows of the database
 */
public record Basis(PendingSnapshot pending, UnaryOperator<RowKey> names, StoredRows stored) {

  /** Rows that are read at once: enough for the database, and few milliseconds to a cancel. */
  private static final int PORTION = 10_000;

  /** Gets rows of the database. */
  @FunctionalInterface
  public interface StoredRows {

    /**
     * The rows of these keys, each at the place of its key.
     *
     * @param columns what the rows shall hold at least
     */
    FoundRows read(List<RowKey.Stored> keys, Collection<Column> columns);
  }

  /** Is handed the rows of a selection one by one. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Takes a row.
     *
     * @param band the part of the selection that the row is in
     */
    void visit(Band band, ViewRow row);
  }

  /**
   * Rows with what is pending for them, each at the place of its key; null where a row is no longer
   * there.
   *
   * @param keys as the user named them
   * @param columns what the rows shall hold at least
   */
  public @Nullable ViewRow[] rows(List<? extends RowKey> keys, Collection<Column> columns) {
    List<RowKey> now = new ArrayList<>(keys.size());
    List<RowKey.Stored> asked = new ArrayList<>(keys.size());
    for (RowKey key : keys) {
      now.add(names.apply(key));
      if (now.getLast() instanceof RowKey.Stored existing) {
        asked.add(existing);
      }
    }
    FoundRows found = asked.isEmpty() ? FoundRows.NONE : stored.read(asked, columns);
    @Nullable ViewRow[] rows = new @Nullable ViewRow[keys.size()];
    int next = 0;
    for (int i = 0; i < rows.length; i++) {
      RowKey key = now.get(i);
      Row row = key instanceof RowKey.Stored ? found.at(next++) : null;
      if (row != null || (key instanceof RowKey.New && pending.get(key).isPresent())) {
        rows[i] = new ViewRow(key, row, pending.get(key).orElse(null));
      }
    }
    return rows;
  }

  /**
   * Goes through the rows of a selection from top to bottom, and ends where the work shall stop.
   *
   * @param bands of the selection, as far as they matter
   * @param columns what the rows shall hold at least
   * @return how many rows are no longer there
   */
  public int forEach(
      RowSelection selection,
      List<Band> bands,
      Collection<Column> columns,
      WorkMonitor monitor,
      Visitor visitor) {
    List<RowKey> keys = new ArrayList<>();
    List<Band> places = new ArrayList<>();
    int gone = 0;
    for (Band band : bands) {
      for (int index = band.firstRow(); index <= band.lastRow(); index++) {
        keys.add(selection.rows().apply(index));
        places.add(band);
        if (keys.size() == PORTION) {
          gone += visit(keys, places, columns, visitor);
          keys.clear();
          places.clear();
          monitor.step(PORTION);
        }
      }
    }
    gone += visit(keys, places, columns, visitor);
    monitor.step(keys.size());
    return gone;
  }

  private int visit(
      List<RowKey> keys, List<Band> places, Collection<Column> columns, Visitor visitor) {
    int gone = 0;
    @Nullable ViewRow[] rows = rows(keys, columns);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == null) {
        gone++;
      } else {
        visitor.visit(places.get(i), Objects.requireNonNull(rows[i]));
      }
    }
    return gone;
  }
}
