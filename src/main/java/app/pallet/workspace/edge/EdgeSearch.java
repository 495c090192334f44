package app.pallet.workspace.edge;

import app.pallet.schema.Column;

/**
 * Looks for the edge of a block of values in a column.
 *
 * @param row index of the row to begin with
 * @param step 1 for downwards, -1 for upwards
 * @param kind which edge
 */
public record EdgeSearch(Column column, int row, int step, Kind kind) {

  /** Which edge is wanted. */
  public enum Kind {
    /**
     * Where an arrow with Ctrl goes: to the last filled cell of a block, or over empty cells to the
     * next filled one, or to the end of the table.
     */
    JUMP,
    /** The last of the filled cells that follow the row without a gap, if any does. */
    RUN
  }
}
