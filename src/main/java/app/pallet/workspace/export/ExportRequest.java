package app.pallet.workspace.export;

import app.pallet.spreadsheet.export.ExportOptions;
import java.nio.file.Path;

/**
 * What is to be exported.
 *
 * @param file where to; replaced if it is there
 * @param rows which rows
 * @param options which of their columns, and how
 */
public record ExportRequest(Path file, ExportRows rows, ExportOptions options) {}
