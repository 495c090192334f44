/** The window that shows what was committed, cell by cell, and takes it back. */
@NullMarked
package app.pallet.ui.history;

import org.jspecify.annotations.NullMarked;
