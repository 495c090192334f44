/** Rows of other tables that are added because a cell refers to them: the form for a new one. */
@NullMarked
package app.pallet.ui.parent;

import org.jspecify.annotations.NullMarked;
