/**
 * The handle at the corner of the selection, by which its cells are drawn over those beside them.
 */
@NullMarked
package app.pallet.ui.table.fill;

import org.jspecify.annotations.NullMarked;
