/** Exports the rows that are shown, all of them or a selection, to a file. */
@NullMarked
package app.pallet.workspace.export;

import org.jspecify.annotations.NullMarked;
