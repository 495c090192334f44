package app.pallet.ui.table.editing;

import app.pallet.ui.table.selection.GridSelection;
import app.pallet.ui.table.selection.PasteTarget;
import app.pallet.workspace.view.CellBlock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What can be done with the selected cells, for keys, menus and buttons. FX thread. */
public final class GridCommands {

  private final Supplier<GridSelection> selected;
  private final Supplier<PasteTarget> target;
  private final BooleanSupplier chosen;
  private final GridEditor editor;

  /**
   * Commands on a selection.
   *
   * @param selected what is selected
   * @param target where a paste goes; its columns are empty if there is no place
   * @param chosen whether the user has chosen the selected rows; if not, they must not be changed
   */
  public GridCommands(
      Supplier<GridSelection> selected,
      Supplier<PasteTarget> target,
      BooleanSupplier chosen,
      GridEditor editor) {
    this.selected = selected;
    this.target = target;
    this.chosen = chosen;
    this.editor = editor;
  }

  /** Whether the cells can only be copied. */
  public boolean isReadOnly() {
    return editor.isReadOnly();
  }

  /** Copies the selected cells to the clipboard. */
  public void copy() {
    onSelected(ranges -> editor.copy(ranges, ClipboardBlock::toClipboard));
  }

  /** Copies, and empties the cells once the clipboard has them. */
  public void cut() {
    onRanges(ranges ->
        editor.copy(
            ranges,
            block -> {
              block.toClipboard();
              editor.clear(ranges);
            }));
  }

  /** Pastes the clipboard at the active cell. */
  public void paste() {
    PasteTarget place = target.get();
    ClipboardBlock block = ClipboardBlock.fromClipboard();
    boolean hasPlace = !block.isEmpty() && !place.columns().isEmpty();
    if (hasPlace && !isReadOnly() && chosen.getAsBoolean()) {
      editor.paste(block, place);
    }
  }

  /** Empties the selected cells. */
  public void clear() {
    onRanges(editor::clear);
  }

  void fill(String text) {
    onRanges(ranges -> editor.fill(ranges, text));
  }

  /** Repeats the first row of the selection in the rows below it. */
  public void fillDown() {
    List<CellBlock> rectangles = selected.get().rectangles();
    if (!rectangles.isEmpty() && !isReadOnly()) {
      editor.fillDown(rectangles);
    }
  }

  /** Drops what is pending for the selected cells. */
  public void revert() {
    onRanges(editor::revert);
  }

  /** Marks the selected rows for deletion. */
  public void deleteRows() {
    onRanges(editor::deleteRows);
  }

  private void onRanges(Consumer<List<CellBlock>> action) {
    if (!isReadOnly() && chosen.getAsBoolean()) {
      onSelected(action);
    }
  }

  private void onSelected(Consumer<List<CellBlock>> action) {
    List<CellBlock> ranges = selected.get().ranges();
    if (!ranges.isEmpty()) {
      action.accept(ranges);
    }
  }
}
