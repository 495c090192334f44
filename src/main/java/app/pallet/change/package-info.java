/**
 * What the user wants to change and hasn't committed yet: keys and values of rows, row changes, the
 * change set with undo and redo, and problems as values. Only pure data comes in here; nothing
 * knows a database, a file or a window.
 */
@NullMarked
package app.pallet.change;

import org.jspecify.annotations.NullMarked;
