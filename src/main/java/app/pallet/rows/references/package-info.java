/**
 * Columns that refer to rows of other tables, or of the same one: what the row is called that a
 * cell refers to, which row a text means, and which rows refer to rows that are to be deleted.
 */
@NullMarked
package app.pallet.rows.references;

import org.jspecify.annotations.NullMarked;
