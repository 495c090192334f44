/**
 * The keys of rows: snapshots of a query's keys in their order, sets of keys, and what reads them
 * bit by bit. Only values and their reading come in; what is asked of rows is in {@link
 * app.pallet.rows.query}.
 */
@NullMarked
package app.pallet.rows.keys;

import org.jspecify.annotations.NullMarked;
