package app.pallet.workspace.history;

import app.pallet.commit.ledger.CommittedChange;

/**
 * A row of a commit, as the history shows it.
 *
 * @param committed what was done
 * @param product how the user knows the product, such as its SKU or else its name: by the change
 *     itself, else by what the catalogue holds now; an empty text where neither tells
 */
public record HistoryRow(CommittedChange committed, String product) {}
