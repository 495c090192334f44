/**
 * What every source of rows has in common: the rows and cells that are read, where the heading and
 * the table begin, the options a user may set, and what Excel does to texts. All of {@code
 * spreadsheet} builds on it, and it knows no file format.
 */
@NullMarked
package app.pallet.spreadsheet.source;

import org.jspecify.annotations.NullMarked;
