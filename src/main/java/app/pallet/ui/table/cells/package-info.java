/**
 * The rows and cells of the grid and how a value is drawn. It knows rows only through {@link
 * app.pallet.ui.table.cells.GridModel}. All of {@code ui.table} builds on it.
 */
@NullMarked
package app.pallet.ui.table.cells;

import org.jspecify.annotations.NullMarked;
