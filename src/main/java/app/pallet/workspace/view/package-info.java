/**
 * The rows that the window shows: stored rows with the pending changes laid over them, searched,
 * filtered and sorted, with the totals of a selection.
 */
@NullMarked
package app.pallet.workspace.view;

import org.jspecify.annotations.NullMarked;
