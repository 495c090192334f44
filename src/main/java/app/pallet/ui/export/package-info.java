/**
 * The window that asks which rows and columns to export and in which form, and shows what will be
 * written before it is.
 */
@NullMarked
package app.pallet.ui.export;

import org.jspecify.annotations.NullMarked;
