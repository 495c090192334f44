package app.pallet.ui.export;

import app.pallet.spreadsheet.export.ExportPreview;

/**
 * What follows from the choices of an export.
 *
 * @param action what the button says
 * @param columns how many columns of how many are written
 * @param preview what the first lines will be
 * @param possible whether there is anything to write
 */
public record ExportState(String action, String columns, ExportPreview preview, boolean possible) {}
