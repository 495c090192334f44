package app.pallet.ui.table.editing;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.table.fill.FillHandle.FillListener;
import app.pallet.ui.table.selection.GridSelection;
import app.pallet.ui.table.selection.PasteTarget;
import app.pallet.workspace.edge.EdgeSearch;
import app.pallet.workspace.input.PasteWay;
import app.pallet.workspace.pending.Fill;
import app.pallet.workspace.pending.Fill.Direction;
import app.pallet.workspace.view.CellBlock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can be done with the selected cells, for keys, menus and buttons. FX thread. */
public final class GridCommands implements FillListener {

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
  @Override
  public boolean isReadOnly() {
    return editor.isReadOnly();
  }

  /** Copies the selected cells to the clipboard. */
  public void copy() {
    onSelected(ranges -> editor.copy(ranges, false, ClipboardBlock::toClipboard));
  }

  /** Copies them below the headings of their columns. */
  public void copyWithHeadings() {
    onSelected(ranges -> editor.copy(ranges, true, ClipboardBlock::toClipboard));
  }

  /** Copies, and empties the cells once the clipboard has them. */
  public void cut() {
    onRanges(ranges ->
        editor.copy(
            ranges,
            false,
            block -> {
              block.toClipboard();
              editor.clear(ranges);
            }));
  }

  /** Pastes the clipboard at the active cell. */
  public void paste() {
    paste(PasteWay.AS_IT_IS);
  }

  /** Pastes the clipboard at the active cell in this way. */
  public void paste(PasteWay way) {
    PasteTarget place = target.get();
    ClipboardBlock block = ClipboardBlock.fromClipboard();
    boolean hasPlace = !block.isEmpty() && !place.columns().isEmpty();
    if (hasPlace && !isReadOnly() && chosen.getAsBoolean()) {
      editor.paste(block, place, way);
    }
  }

  /** Empties the selected cells. */
  public void clear() {
    onRanges(editor::clear);
  }

  /** Puts the same text into all selected cells. */
  public void fill(String text) {
    onRanges(ranges -> editor.fill(ranges, text));
  }

  /**
   * Repeats the first row of each selected rectangle in the rows below it. A single row takes what
   * is above it.
   */
  public void fillDown() {
    onRectangles(rectangles ->
        editor.fillDown(
            rectangles.stream()
                .map(block ->
                    block.rowCount() > 1 || block.firstRow() == 0
                        ? block
                        : new CellBlock(block.firstRow() - 1, block.lastRow(), block.columns()))
                .toList()));
  }

  /** Repeats the first column of each selected rectangle in the columns beside it. */
  public void fillRight() {
    onRectangles(rectangles ->
        fill(
            "Fill right",
            rectangles.stream()
                .filter(block -> block.columns().size() > 1)
                .map(block -> new Fill(block, 1, Direction.RIGHT, false))
                .toList()));
  }

  /**
   * Counts on the filled cells at the beginning of each selected rectangle: downwards, or to the
   * right in a single row.
   */
  public void fillSeries() {
    onRectangles(rectangles ->
        fill(
            "Fill series",
            rectangles.stream()
                .filter(block -> block.cellCount() > 1)
                .map(block ->
                    new Fill(
                        block, 0, block.rowCount() > 1 ? Direction.DOWN : Direction.RIGHT, true))
                .toList()));
  }

  /** Puts the day into the selected cells of dates, and the time into those of moments. */
  public void today() {
    onRanges(ranges -> {
      fillOfType(ranges, ColumnType.DATE, LocalDate.now(ZoneId.systemDefault()).toString());
      fillOfType(
          ranges, ColumnType.TIMESTAMP, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    });
  }

  private void fillOfType(List<CellBlock> ranges, ColumnType type, String text) {
    List<CellBlock> blocks =
        ranges.stream()
            .flatMap(block -> {
              List<Column> columns =
                  block.columns().stream()
                      .filter(c -> c.type() == type && !c.isReadOnly())
                      .toList();
              return columns.isEmpty()
                  ? Stream.empty()
                  : Stream.of(new CellBlock(block.firstRow(), block.lastRow(), columns));
            })
            .toList();
    if (!blocks.isEmpty()) {
      editor.fill(blocks, text);
    }
  }

  @Override
  public void filled(Fill fill) {
    if (chosen.getAsBoolean()) {
      editor.fill("Fill " + fill.direction().name().toLowerCase(Locale.ROOT), List.of(fill));
    }
  }

  @Override
  public void findLastNeighbour(int row, List<Column> beside, Consumer<Integer> then) {
    if (beside.isEmpty()) {
      return;
    }
    editor.findEdge(
        new EdgeSearch(beside.getFirst(), row, 1, EdgeSearch.Kind.RUN),
        last ->
            last.ifPresentOrElse(
                then::accept,
                () -> findLastNeighbour(row, beside.subList(1, beside.size()), then)));
  }

  private void fill(String label, List<Fill> fills) {
    if (!fills.isEmpty()) {
      editor.fill(label, fills);
    }
  }

  private void onRectangles(Consumer<List<CellBlock>> action) {
    List<CellBlock> rectangles = selected.get().rectangles();
    if (!rectangles.isEmpty() && !isReadOnly() && chosen.getAsBoolean()) {
      action.accept(rectangles);
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
