/** The keys of the window and of the table in it, in one list. */
@NullMarked
package app.pallet.ui.keys;

import org.jspecify.annotations.NullMarked;
