/**
 * Reads text files: finds the encoding, the separator and the quoting, and reports damage. Only
 * {@link app.pallet.spreadsheet.SpreadsheetFile} opens one; the mapping asks it how an unreadable
 * character is marked.
 */
@NullMarked
package app.pallet.spreadsheet.csv;

import org.jspecify.annotations.NullMarked;
