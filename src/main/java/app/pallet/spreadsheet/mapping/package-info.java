/**
 * Which column of a source is which column of the catalogue, and the reading of rows by that
 * mapping. It also proposes columns for headings that are new.
 */
@NullMarked
package app.pallet.spreadsheet.mapping;

import org.jspecify.annotations.NullMarked;
