/**
 * Reads Excel workbooks, row by row and whatever their size. Only {@link
 * app.pallet.spreadsheet.SpreadsheetFile} opens one; the clipboard and the export use its spelling
 * of numbers and texts.
 */
@NullMarked
package app.pallet.spreadsheet.xlsx;

import org.jspecify.annotations.NullMarked;
