/**
 * The rows of a catalogue, however many: the order of a query's ids is taken once, and rows are
 * read by their ids when somebody looks at them. For the table through {@link
 * app.pallet.rows.RowSource}, for background work through {@link app.pallet.rows.RowReader}.
 */
@NullMarked
package app.pallet.rows;

import org.jspecify.annotations.NullMarked;
