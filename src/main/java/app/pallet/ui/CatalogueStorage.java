package app.pallet.ui;

import app.pallet.draft.DraftFolder;

/**
 * Where the editor keeps what the user works on.
 *
 * @param catalogues opens or makes databases
 * @param drafts where pending changes are kept; one for the process
 */
public record CatalogueStorage(CatalogueOpener catalogues, DraftFolder drafts) {}
