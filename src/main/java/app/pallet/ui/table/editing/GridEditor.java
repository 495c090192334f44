package app.pallet.ui.table.editing;

import app.pallet.change.RowKey;
import app.pallet.operation.CellResult;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.ui.table.selection.PasteTarget;
import app.pallet.workspace.edge.EdgeSearch;
import app.pallet.workspace.input.PasteWay;
import app.pallet.workspace.pending.Fill;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

  /** What a typed text would make of a cell; empty if it stands for itself. */
  default Optional<CellResult> meant(ViewRow row, Column column, String text) {
    return Optional.empty();
  }

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

  /**
   * Lets cells go on in others beside them.
   *
   * @param label what the user does
   */
  void fill(String label, List<Fill> fills);

  /**
   * Looks where filled and empty cells of a column meet.
   *
   * @param done gets the row on the FX thread, at once or later; empty if there is none, or if
   *     looking for it was stopped
   */
  void findEdge(EdgeSearch search, Consumer<OptionalInt> done);

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
   * @param headings whether the columns' headings stand above
   * @param done gets the block on the FX thread: later if rows have to be fetched, never if that
   *     fails
   */
  void copy(List<CellBlock> ranges, boolean headings, Consumer<ClipboardBlock> done);

  /** Puts a copied block in at a place. */
  void paste(ClipboardBlock block, PasteTarget target, PasteWay way);

  /** Orders the rows, or leaves them in their own order. */
  void sort(Optional<SortOrder> order);
}
