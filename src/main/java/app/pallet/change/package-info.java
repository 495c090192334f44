/**
 * What the user wants to change and hasn't committed yet: row mappings, row changes, the change set
 * with undo and redo, and problems as values. Pure data; nothing here knows a database, a file or a
 * window.
 */
@NullMarked
package app.pallet.change;

import org.jspecify.annotations.NullMarked;
