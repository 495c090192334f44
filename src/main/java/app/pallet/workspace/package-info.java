/**
 * One open catalogue being edited: joins rows, pending changes, spreadsheets and commits. The
 * window, the command line and the tests all work through it.
 */
@NullMarked
package app.pallet.workspace;

import org.jspecify.annotations.NullMarked;
