/**
 * Operations and recipes over many rows: what they would change, counted and with examples, before
 * it becomes pending or is written. Stays out: what an operation makes of a row.
 */
@NullMarked
package app.pallet.workspace.bulk;

import org.jspecify.annotations.NullMarked;
