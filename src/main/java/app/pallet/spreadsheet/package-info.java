/**
 * From texts and files to row changes and back: clipboard blocks, CSV files, workbooks, which
 * column of a source is which column of the catalogue, reading of values, matching by key, export.
 * Nothing here knows a database or a window; bad input becomes a {@link
 * app.pallet.change.RowProblem}.
 */
@NullMarked
package app.pallet.spreadsheet;

import org.jspecify.annotations.NullMarked;
