/**
 * The table itself, with its columns, its frozen columns and its row headers, and where on the
 * screen a cell is. Only {@code ui.table} uses it.
 */
@NullMarked
package app.pallet.ui.table.grid;

import org.jspecify.annotations.NullMarked;
