/**
 * Writes rows as CSV or as a workbook, with the presets for Excel and for shops, and the rows that
 * could not be imported with the reason for each.
 */
@NullMarked
package app.pallet.spreadsheet.export;

import org.jspecify.annotations.NullMarked;
