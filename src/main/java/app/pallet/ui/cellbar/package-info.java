/** The bar above the table: where the cursor is, and the whole value of its cell. */
@NullMarked
package app.pallet.ui.cellbar;

import org.jspecify.annotations.NullMarked;
