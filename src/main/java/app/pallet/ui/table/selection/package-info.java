/** Which cells are selected: rectangles in the order of the gestures, never a list of rows. */
@NullMarked
package app.pallet.ui.table.selection;

import org.jspecify.annotations.NullMarked;
