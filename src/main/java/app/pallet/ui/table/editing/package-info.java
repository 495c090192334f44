/**
 * Editing in the grid: the editors of a cell, and the commands of the keyboard and the clipboard.
 * What the user wishes goes to {@link app.pallet.ui.table.editing.GridEditor}.
 */
@NullMarked
package app.pallet.ui.table.editing;

import org.jspecify.annotations.NullMarked;
