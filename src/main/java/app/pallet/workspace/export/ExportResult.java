package app.pallet.workspace.export;

import java.util.List;

/**
 * What an export has written.
 *
 * @param rows how many
 * @param unreadable written cells in which another program stored what their column can't hold; the
 *     file has them as they are stored
 * @param named the first of those, each as a sentence
 */
public record ExportResult(long rows, long unreadable, List<String> named) {}
