package app.pallet.ui.table.editing;

import app.pallet.change.RowKey;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.ui.table.selection.PasteTarget;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the user does in a {@link app.pallet.ui.table.ProductTable}. Called on the FX thread, once
 * for each finished gesture. Texts are passed as they were typed or pasted: reading them is the
 * editor's work.
 */
public interface GridEditor {

  /** Whether nothing at all may be changed. */
  default boolean isReadOnly() {
    return false;
  }

  /** Whether the cell may be changed. */
  boolean isEditable(ViewRow row, Column column);

  /**
   * A command was not carried out, because the row that the user chose is not shown and the
   * selection is in another row.
   *
   * @param row where the active cell is
   */
  void heldBack(RowKey row);

  /** Puts a text into one cell; not called when the text is what it was. */
  void setCell(RowKey row, Column column, String text);

  /**
   * Lets one cell refer to a row of another table that is still to be added; asks what else it is
   * to hold.
   *
   * @param name what the new row is called
   */
  void addParent(RowKey row, Column column, String name);

  /** Puts values into several cells of one row, as one step. */
  void setCells(RowKey row, Map<Column, Object> values);

  /** Puts the same text into every editable cell of the ranges. */
  void fill(List<CellBlock> ranges, String text);

  /** Repeats the uppermost cell of each range down to its end. */
  void fillDown(List<CellBlock> ranges);

  /** Empties every editable cell of the ranges. */
  void clear(List<CellBlock> ranges);

  /** Drops what is pending for the cells of the ranges. */
  void revert(List<CellBlock> ranges);

  /**
   * Marks the rows of the ranges for deletion. Rows that are not stored yet are removed at once.
   */
  void deleteRows(List<CellBlock> ranges);

  /**
   * Gives the cells of the ranges, stacked from top to bottom, as clipboard text.
   *
   * @param done gets the block on the FX thread: later if rows have to be fetched, never if that
   *     fails
   */
  void copy(List<CellBlock> ranges, Consumer<ClipboardBlock> done);

  /** Puts a copied block in at a place. */
  void paste(ClipboardBlock block, PasteTarget target);

  /** Orders the rows, or leaves them in their own order. */
  void sort(Optional<SortOrder> order);
}
