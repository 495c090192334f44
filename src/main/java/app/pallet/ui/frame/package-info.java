/** What stands around the table: the rail and its panels, the drawer, and rows that fit. */
@NullMarked
package app.pallet.ui.frame;

import org.jspecify.annotations.NullMarked;
