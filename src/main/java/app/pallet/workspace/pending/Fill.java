package app.pallet.workspace.pending;

import app.pallet.workspace.view.CellBlock;

/**
 * Cells that go on in others beside them.
 *
 * @param cells those that are there and those that are filled; for a fill to the left, its columns
 *     from right to left
 * @param first how many rows, or columns, are there; 0 for those that hold something, which are
 *     counted on
 * @param direction where the others lie
 * @param counting whether they are counted on where they show a rule, instead of repeated
 */
public record Fill(CellBlock cells, int first, Direction direction, boolean counting) {

  /** Where cells go on. */
  public enum Direction {
    DOWN,
    UP,
    RIGHT,
    LEFT;

    /** Whether rows go on, and not columns. */
    public boolean isOfRows() {
      return this == DOWN || this == UP;
    }
  }
}
