package app.pallet.ui.table.selection;

import app.pallet.workspace.view.CellBlock;
import java.util.List;

/**
 * Everything that is selected. Small however much that is: a million whole rows are one range.
 *
 * @param ranges from top to bottom, no row in two of them
 * @param rectangles the same cells as the user selected them, in that order; they may overlap
 */
public record GridSelection(List<CellBlock> ranges, List<CellBlock> rectangles) {

  /** Nothing. */
  public static final GridSelection NONE = new GridSelection(List.of());

  public GridSelection {
    ranges = List.copyOf(ranges);
    rectangles = List.copyOf(rectangles);
  }

  /** A selection whose ranges were selected one by one. */
  public GridSelection(List<CellBlock> ranges) {
    this(ranges, ranges);
  }

  /** Whether nothing is selected. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** How many rows have a selected cell. */
  public long rowCount() {
    return ranges.stream().mapToLong(CellBlock::rowCount).sum();
  }

  /** How many cells are selected. */
  public long cellCount() {
    return ranges.stream().mapToLong(CellBlock::cellCount).sum();
  }
}
