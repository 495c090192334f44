/** What was copied elsewhere, as plain text or as an HTML table, made a source of rows. */
@NullMarked
package app.pallet.spreadsheet.clipboard;

import org.jspecify.annotations.NullMarked;
