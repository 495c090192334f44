/**
 * What the user does to columns: order, width, showing and hiding, and the layout that is kept. The
 * window keeps a {@link app.pallet.ui.table.columns.ColumnLayout}; the rest is for {@code ui.table}
 * only.
 */
@NullMarked
package app.pallet.ui.table.columns;

import org.jspecify.annotations.NullMarked;
