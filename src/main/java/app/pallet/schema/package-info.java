/**
 * The product table as data: its columns, what a cell of each may hold, how text becomes a value
 * and a value becomes text. Everything that has to do with a column asks here; nothing here knows a
 * database, a file or a window.
 */
@NullMarked
package app.pallet.schema;

import org.jspecify.annotations.NullMarked;
