package app.pallet.spreadsheet.clipboard;

import java.util.Optional;

/**
 * What the clipboard holds, in the forms that Pallet reads.
 *
 * @param own text as {@link ClipboardText#format} writes it, put there by Pallet itself
 * @param html HTML, with or without a table in it
 * @param text plain text
 */
public record ClipboardContent(
    Optional<String> own, Optional<String> html, Optional<String> text) {}
