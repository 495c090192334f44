/**
 * The grid: a million-row table with rectangle selection, cell editors and the clipboard. It knows
 * columns and rows only through {@link app.pallet.ui.table.cells.GridModel} and passes every wish
 * of the user on to {@link app.pallet.ui.table.editing.GridEditor}; nothing in it costs more with
 * more rows.
 */
@NullMarked
package app.pallet.ui.table;

import org.jspecify.annotations.NullMarked;
