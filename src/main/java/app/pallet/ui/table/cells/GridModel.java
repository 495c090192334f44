package app.pallet.ui.table.cells;

import app.pallet.change.RowKey;
import app.pallet.rows.references.ShownParents;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows a {@link app.pallet.ui.table.ProductTable} shows. Implemented by whoever owns the rows;
 * asked and answering on the FX thread only, and never made to wait: a row that isn't at hand is
 * empty until it has come.
 */
public interface GridModel {

  /** Nothing is found in a cell. */
  int[] NO_MARKS = {};

  /** All columns, in the order in which a table without a remembered layout shows them. */
  List<Column> columns();

  /** How typed texts will be read, so that numbers are shown the same way. */
  CellFormat format();

  /** The rows that cells refer to, if any do. */
  default Optional<ShownParents> parents() {
    return Optional.empty();
  }

  /**
   * What a cell would become if a change that is being prepared were made: its text then. Empty if
   * it would stay as it is, which is so while none is being prepared.
   *
   * @param index where the row stands, from 0: which rows are selected may make a difference
   */
  default Optional<String> preview(int index, ViewRow row, Column column) {
    return Optional.empty();
  }

  /**
   * Where in a cell's text something is that is looked for: index of the first letter and after the
   * last one, pair after pair. Empty if nothing is.
   *
   * @param index of the row, from 0
   * @param shown the text as the cell shows it
   */
  default int[] marks(int index, ViewRow row, Column column, String shown) {
    return NO_MARKS;
  }

  /** How many rows there are. */
  int rowCount();

  /** Which row stands where, as it is now. */
  RowOrder order();

  /** What is asked for; equal while only the rows that answer it change. */
  Object question();

  /** Whether rows are on their way: one that isn't in the order may be soon. */
  boolean isExpectingRows();

  /**
   * The row at an index, or empty while it is being fetched, which this call starts.
   *
   * @param row from 0 to {@link #rowCount()} - 1
   */
  Optional<ViewRow> rowAt(int row);

  /** Tells the listener of every change from now on. */
  void addListener(Listener listener);

  /** Stops telling the listener. */
  void removeListener(Listener listener);

  /** Learns of changes, on the FX thread. */
  interface Listener {

    /** Rows came, went or changed places: an index may mean another row than before. */
    void keysChanged();

    /**
     * Rows to be added are in the database now, and go by other keys. Told before they leave their
     * places; they come back with their new keys.
     *
     * @param ids the key of each in the database
     */
    default void rowsStored(Map<RowKey.New, RowKey.Stored> ids) {}

    /**
     * More rows were found: those from an index on are other ones now, those before stay.
     *
     * @param from index of the first that may be another
     */
    default void keysGrown(int from) {
      keysChanged();
    }

    /**
     * Rows arrived or changed at their places.
     *
     * @param from index of the first
     * @param to index after the last
     */
    void rowsChanged(int from, int to);
  }
}
