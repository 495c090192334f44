package app.pallet.ui.table;

/**
 * Cells on their way to or from the clipboard; at least one of the two is there.
 *
 * @param text tab-separated lines, the form every spreadsheet understands, or an empty text
 * @param html an HTML table, or an empty text
 */
public record ClipboardBlock(String text, String html) {}
