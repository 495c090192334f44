package app.pallet.ui.table;

/**
 * Cells on their way to or from the clipboard.
 *
 * @param text tab-separated lines, the form every spreadsheet understands
 * @param html an HTML table, or an empty text
 */
public record ClipboardBlock(String text, String html) {}
