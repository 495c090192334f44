/**
 * Finds the product that a row is about, by its key, and the rows of one source that share a key.
 * Used by whoever prepares an import.
 */
@NullMarked
package app.pallet.spreadsheet.matching;

import org.jspecify.annotations.NullMarked;
