package app.pallet.ui.change;

/**
 * What a pending change does to one cell, as the user reads it.
 *
 * @param column the column's label
 * @param before what is there now; empty for an empty cell and for a row to be added
 * @param after what will be there; empty for an empty cell and for a row to be deleted
 */
record CellDifference(String column, String before, String after) {}
