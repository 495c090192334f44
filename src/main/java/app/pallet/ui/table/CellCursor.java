package app.pallet.ui.table;

import app.pallet.schema.Column;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.table.cells.CellFacts;
import app.pallet.ui.table.cells.RowList;
import app.pallet.ui.table.editing.GridCommands;
import app.pallet.ui.table.editing.GridEditor;
import app.pallet.ui.table.grid.GridColumn;
import app.pallet.ui.table.grid.GridTable;
import app.pallet.ui.table.selection.RangeSelection;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The cell of the cursor in full, for a place outside the table where it is shown and edited. What
 * is done to it there goes the same way as what is done in the cell. FX thread.
 */
public final class CellCursor {

  /**
   * A cell.
   *
   * @param index the place of its row, from 0
   * @param row its row
   * @param column its column
   * @param facts its whole text and what there is to say about it
   * @param isEditable whether it may be changed
   */
  public record Cell(int index, ViewRow row, Column column, CellFacts facts, boolean isEditable) {}

  private final RowList rows;
  private final GridTable table;
  private final RangeSelection selection;
  private final GridEditor editor;
  private final GridCommands commands;
  private final CellDisplay display;
  private final ReadOnlyObjectWrapper<Optional<Cell>> cell =
      new ReadOnlyObjectWrapper<>(this, "cell", Optional.empty());

  CellCursor(
      RowList rows,
      GridTable table,
      RangeSelection selection,
      GridEditor editor,
      GridCommands commands,
      CellDisplay display) {
    this.rows = rows;
    this.table = table;
    this.selection = selection;
    this.editor = editor;
    this.commands = commands;
    this.display = display;
  }

  /** The cell; empty in a table without rows, and while its row is being fetched. */
  public ReadOnlyObjectProperty<Optional<Cell>> cellProperty() {
    return cell.getReadOnlyProperty();
  }

  /** Puts a text into a cell, as if it had been typed there. */
  public void enter(Cell edited, String text) {
    if (!text.equals(edited.facts().text())) {
      editor.setCell(edited.row().key(), edited.column(), text);
    }
  }

  /** Puts a text into all selected cells. */
  public void fill(String text) {
    commands.fill(text);
  }

  /** Drops what is pending for a cell. */
  public void revert(Cell reverted) {
    editor.revert(
        List.of(new CellBlock(reverted.index(), reverted.index(), List.of(reverted.column()))));
  }

  /** Gives the focus back to the table. */
  public void leave() {
    table.requestFocus();
  }

  /** The cursor has moved, or what its cell holds has changed. */
  void follow() {
    cell.set(
        selection
            .active()
            .filter(place -> place.row() < rows.size())
            .filter(place -> place.column() < table.getVisibleLeafColumns().size())
            .flatMap(place -> {
              Column column = ((GridColumn) table.getVisibleLeafColumn(place.column())).column();
              return rows.get(place.row())
                  .content()
                  .map(row ->
                      new Cell(
                          place.row(),
                          row,
                          column,
                          CellFacts.of(row, column, display),
                          editor.isEditable(row, column)));
            }));
  }
}
