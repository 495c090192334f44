/**
 * What is asked of rows: search, filter and sort order as values, the same as SQL for the rows that
 * are stored, and as plain Java for the rows that are still pending. Nothing here reads a row.
 */
@NullMarked
package app.pallet.rows.query;

import org.jspecify.annotations.NullMarked;
